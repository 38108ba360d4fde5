package org.rumbo.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rumbo.recommendation.AcceptedPassage;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Source;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeam;
import org.rumbo.team.CountryTeams;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a seed file's paper, teams and items in; what is there already stays as it is. */
@Component
public class SeedLoader {
    private final CountryTeams teams;
    private final RecommendationEditing recommendations;
    private final JdbcClient jdbc;

    SeedLoader(CountryTeams teams, RecommendationEditing recommendations, JdbcClient jdbc) {
        this.teams = teams;
        this.recommendations = recommendations;
        this.jdbc = jdbc;
    }

    /** What a loading did. */
    public record Loaded(String paper, int teams, int chapters, int recommendations, int links, int alreadyThere) {}

    /** Loads a file, all of it or nothing. */
    @Transactional
    public Loaded load(Resource file) {
        var seed = SeedFile.read(file);
        requireConsistent(seed);
        var newTeams = addTeams(seed);
        addPaper(seed.paper());
        var newChapters = addChapters(seed);
        var accepted = 0;
        for (var item : seed.recommendations()) {
            if (recommendations.accept(passage(seed.paper(), item))) {
                accepted++;
            }
        }
        var links = 0;
        for (var link : seed.links()) {
            if (recommendations.link(
                    new RecommendationCode(link.from()), link.type(), new RecommendationCode(link.to()))) {
                links++;
            }
        }
        return new Loaded(
                seed.paper().key(),
                newTeams,
                newChapters,
                accepted,
                links,
                seed.recommendations().size() - accepted);
    }

    /** What a schema cannot say: codes are unique and say the same as the fields, and links lead somewhere. */
    private static void requireConsistent(Seed seed) {
        var wrong = new ArrayList<String>();
        var codes = seed.recommendations().stream().map(Seed.ItemSeed::code).toList();
        if (codes.stream().distinct().count() < codes.size()) {
            wrong.add("a code occurs twice");
        }
        for (var item : seed.recommendations()) {
            var expected = seed.paper().key() + "-" + item.country() + "-" + item.letter();
            if (!item.code().equals(expected)) {
                wrong.add(item.code() + " should be " + expected);
            }
        }
        seed.links().stream()
                .filter(link -> !codes.containsAll(List.of(link.from(), link.to())))
                .forEach(link -> wrong.add("a link between unknown items: " + link));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The seed file contradicts itself: " + wrong);
        }
    }

    private int addTeams(Seed seed) {
        var added = 0;
        var position = 0;
        for (var team : seed.teams()) {
            position++;
            if (teams.add(new CountryTeam(
                    new CountryCode(team.country()), position, team.institution(), team.institutionInferred()))) {
                added++;
            }
        }
        return added;
    }

    private void addPaper(Seed.PaperSeed paper) {
        if (isMissing("select count(*) from paper where paper_key = ?", paper.key())) {
            jdbc.sql("insert into paper (paper_key, title, language, isbn, published_in, publishers, founding)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(java.util.Arrays.asList(
                            paper.key(),
                            paper.title(),
                            paper.language(),
                            paper.isbn(),
                            paper.date(),
                            String.join("; ", paper.publishers()),
                            paper.founding().values().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining("; "))))
                    .update();
        }
    }

    private int addChapters(Seed seed) {
        var added = 0;
        for (var chapter : seed.chapters()) {
            if (isMissing(
                    "select count(*) from chapter where paper_key = ? and number = ?",
                    seed.paper().key(),
                    chapter.number())) {
                jdbc.sql("insert into chapter (paper_key, number, country, title, authors) values (?, ?, ?, ?, ?)")
                        .params(
                                seed.paper().key(),
                                chapter.number(),
                                chapter.country(),
                                chapter.title(),
                                String.join("; ", chapter.authors()))
                        .update();
                added++;
            }
        }
        return added;
    }

    private boolean isMissing(String count, Object... key) {
        return jdbc.sql(count).params(key).query(Long.class).single() == 0;
    }

    private static AcceptedPassage passage(Seed.PaperSeed paper, Seed.ItemSeed item) {
        return new AcceptedPassage(
                new RecommendationCode(item.code()),
                new CountryCode(item.country()),
                Language.of(paper.language()).orElseThrow(),
                new Source(
                        paper.key(),
                        item.chapter(),
                        item.letter(),
                        item.page(),
                        item.pageDerived(),
                        item.actionability()),
                item.themes(),
                byLanguage(item.title()),
                byLanguage(item.summary()));
    }

    private static Map<Language, String> byLanguage(Map<String, String> texts) {
        var byLanguage = new LinkedHashMap<Language, String>();
        texts.forEach((tag, text) -> byLanguage.put(Language.of(tag).orElseThrow(), text));
        return byLanguage;
    }
}
