package org.rumbo.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one team's part of a round: what it is asked, what it answered, and what it said before. A few statements, however many items. */
@Service
@Transactional(readOnly = true)
public class TeamUpdates {
    private final RoundReading rounds;
    private final RecommendationQueries queries;
    private final RecommendationAccess access;
    private final People people;
    private final AccessPolicy policy;
    private final JdbcClient jdbc;

    TeamUpdates(
            RoundReading rounds,
            RecommendationQueries queries,
            RecommendationAccess access,
            People people,
            AccessPolicy policy,
            JdbcClient jdbc) {
        this.rounds = rounds;
        this.queries = queries;
        this.access = access;
        this.people = people;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    private record Answer(
            String code,
            UUID item,
            @Nullable AnswerKind kind,
            @Nullable UUID note,
            @Nullable String lateReason,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable UUID suggestedBy) {}

    private record Note(UUID item, boolean draft, TeamUpdate.Said said) {}

    public TeamUpdate read(UUID round, CountryCode country, Actor actor) {
        policy.require(actor, Permission.ROUND_READ, AccessTarget.country(country));
        var view = rounds.read(round, actor);
        var part = view.teams().stream()
                .filter(one -> one.country().equals(country.iso2()))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var answers = answers(round, country);
        var codes = new ArrayList<>(answers.stream().map(Answer::code).toList());
        var notBegun = notBegun(country);
        codes.addAll(notBegun);
        var rows = queries.byCode(codes, actor);
        var notes = notes(answers.stream().map(Answer::item).toList());
        var names = people.byId(answers.stream()
                .flatMap(answer -> Stream.of(answer.by(), answer.suggestedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var lines = answers.stream()
                .filter(answer -> rows.containsKey(answer.code()))
                .map(answer -> line(
                        answer,
                        Objects.requireNonNull(rows.get(answer.code())),
                        notes.getOrDefault(answer.item(), List.of()),
                        nameOf(answer.by(), names),
                        nameOf(answer.suggestedBy(), names)))
                .toList();
        return new TeamUpdate(
                view,
                part,
                lines,
                notBegun.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    private static @Nullable String nameOf(@Nullable UUID person, Map<UUID, Person> names) {
        var known = person == null ? null : names.get(person);
        return known == null ? null : known.name();
    }

    private List<Answer> answers(UUID round, CountryCode country) {
        return jdbc.sql("select r.code, a.* from round_answer a join recommendation r on r.id = a.recommendation_id"
                        + " where a.round_id = ? and a.country = ? order by r.code")
                .params(round, country.iso2())
                .query((row, number) -> answer(row))
                .list();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Answer(
                row.getString("code"),
                row.getObject("recommendation_id", UUID.class),
                kind == null ? null : AnswerKind.valueOf(kind),
                row.getObject("note_id", UUID.class),
                row.getString("late_reason"),
                row.getObject("answered_by", UUID.class),
                RoundReading.instant(row, "answered_at"),
                row.getObject("suggested_by", UUID.class));
    }

    private List<String> notBegun(CountryCode country) {
        return jdbc.sql("select code from recommendation where country = ? and state = 'PROPOSED' order by code")
                .param(country.iso2())
                .query(String.class)
                .list();
    }

    /** The newest two that were published and the newest draft of each item, the newest first. */
    private Map<UUID, List<Note>> notes(Collection<UUID> items) {
        var notes = new HashMap<UUID, List<Note>>();
        if (items.isEmpty()) {
            return notes;
        }
        jdbc.sql("""
                select * from (
                    select n.*, row_number() over (partition by n.recommendation_id, n.draft
                        order by coalesce(n.published_at, n.written_at) desc, n.id) as place
                    from progress_note n where n.recommendation_id in (:items)) t
                where t.place <= 2""").param("items", items).query(row -> {
            var item = row.getObject("recommendation_id", UUID.class);
            notes.computeIfAbsent(item, id -> new ArrayList<>()).add(note(row, item));
        });
        notes.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Note note) -> note.said().at()).reversed()));
        return notes;
    }

    private static Note note(ResultSet row, UUID item) throws SQLException {
        var level = row.getString("level");
        var published = RoundReading.instant(row, "published_at");
        return new Note(
                item,
                row.getBoolean("draft"),
                new TeamUpdate.Said(
                        row.getObject("id", UUID.class),
                        row.getString("note"),
                        level == null ? null : Level.valueOf(level),
                        published == null
                                ? Objects.requireNonNull(RoundReading.instant(row, "written_at"))
                                : published));
    }

    private static TeamUpdate.Line line(
            Answer answer, RecommendationRow row, List<Note> notes, @Nullable String by, @Nullable String suggestedBy) {
        var answering = said(notes, note -> note.said().id().equals(answer.note()));
        var draft = answer.kind() == null ? said(notes, Note::draft) : null;
        var previous = said(notes, note -> !note.draft() && !note.said().id().equals(answer.note()));
        return new TeamUpdate.Line(
                row,
                answer.kind(),
                answering,
                answer.lateReason(),
                by,
                answer.at(),
                draft,
                answer.kind() == null ? suggestedBy : null,
                previous);
    }

    private static TeamUpdate.@Nullable Said said(List<Note> notes, java.util.function.Predicate<Note> which) {
        return notes.stream().filter(which).map(Note::said).findFirst().orElse(null);
    }

    /** One answer in short. */
    public record Given(
            String item,
            String country,
            @Nullable AnswerKind answer,
            @Nullable UUID note,
            @Nullable String lateReason,
            @Nullable Instant answeredAt) {}

    /** All answers that the reader may know, by the items' codes. */
    public List<Given> answers(UUID round, Actor actor) {
        policy.requireSomewhere(actor, Permission.ROUND_READ);
        return jdbc
                .sql("select r.code, a.* from round_answer a join recommendation r on r.id = a.recommendation_id"
                        + " where a.round_id = ? order by r.code")
                .param(round)
                .query((row, number) -> new Given(
                        row.getString("code"),
                        row.getString("country"),
                        row.getString("kind") == null ? null : AnswerKind.valueOf(row.getString("kind")),
                        row.getObject("note_id", UUID.class),
                        row.getString("late_reason"),
                        RoundReading.instant(row, "answered_at")))
                .list()
                .stream()
                .filter(given -> policy.permits(
                        actor, Permission.ROUND_READ, AccessTarget.country(new CountryCode(given.country()))))
                .toList();
    }

    /**
     * What the newest round learned of an item.
     *
     * @param answer null while the round is open and nothing was answered
     */
    public record OfItem(
            UUID round,
            String title,
            @Nullable AnswerKind answer,
            @Nullable Instant at) {}

    /** For those who read the item in full; the newest first. */
    public List<OfItem> ofItem(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        if (seen.reading() != Reading.FULL) {
            return List.of();
        }
        return jdbc.sql("select u.id, coalesce(u.name, u.round_key) as title, a.kind, a.answered_at"
                        + " from round_answer a join update_round u on u.id = a.round_id"
                        + " where a.recommendation_id = ? order by u.opened_at desc fetch first 3 rows only")
                .param(seen.id())
                .query((row, number) -> new OfItem(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("kind") == null ? null : AnswerKind.valueOf(row.getString("kind")),
                        RoundReading.instant(row, "answered_at")))
                .list();
    }
}
