package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Cursor;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.Page;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the texts of the network are translated, and what waits for a translator. */
@Service
@Transactional(readOnly = true)
public class TranslationQueries {
    /** Every text that has an original, in each language, and how it came about there. */
    private static final String TEXTS = """
            select o.id, o.code, o.country, o.field, o.into_language,
                case when o.into_language = o.own then 'ORIGINAL'
                    when t.text is null then 'MISSING'
                    when t.original <> o.original then 'STALE'
                    when t.machine then 'MACHINE'
                    else 'HUMAN' end as status
            from (
                select r.id, l.code, r.country, f.field, x.into_language,
                    case f.field when 'READING' then coalesce(r.reading_language, r.language) else r.language end as own,
                    case f.field
                        when 'TITLE' then
                            case r.language when 'en' then r.title_en when 'es' then r.title_es else r.title_pt end
                        when 'SUMMARY' then
                            case r.language when 'en' then r.summary_en when 'es' then r.summary_es else r.summary_pt end
                        else r.reading end as original
                from recommendation r
                join recommendation_listing l on l.item_id = r.id and l.audience = 'FULL'
                cross join (select 'TITLE' as field union all select 'SUMMARY' union all select 'READING') f
                cross join (select 'en' as into_language union all select 'es' union all select 'pt') x) o
            left join recommendation_translation t
                on t.item_id = o.id and t.field = o.field and t.language = o.into_language
            where o.original is not null""";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final Network network;
    private final RecommendationQueries recommendations;

    TranslationQueries(JdbcClient jdbc, AccessPolicy policy, Network network, RecommendationQueries recommendations) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.network = network;
        this.recommendations = recommendations;
    }

    private record Row(String code, Language language, TextField field, TranslationStatus status) {}

    /**
     * Counts over the whole network, by language in the order of {@link Language}: numbers alone, no words. Whose page shows
     * them asks who may see it.
     */
    public List<TranslationProgress> progress() {
        return progress(network.countries());
    }

    /** The same for the countries for which somebody translates. */
    public List<TranslationProgress> progress(Actor actor) {
        policy.requireSomewhere(actor, Permission.TRANSLATION_EDIT);
        return progress(countries(actor));
    }

    private List<TranslationProgress> progress(Collection<CountryCode> countries) {
        var counts = new EnumMap<Language, Map<TranslationStatus, Long>>(Language.class);
        Stream.of(Language.values()).forEach(language -> counts.put(language, new EnumMap<>(TranslationStatus.class)));
        if (!countries.isEmpty()) {
            jdbc.sql("select into_language, status, count(*) as n from (" + TEXTS
                            + " and o.country in (:countries)) texts group by into_language, status")
                    .param("countries", iso(countries))
                    .query(row -> {
                        Objects.requireNonNull(counts.get(language(row.getString("into_language"))))
                                .put(TranslationStatus.valueOf(row.getString("status")), row.getLong("n"));
                    });
        }
        return counts.entrySet().stream()
                .map(entry -> new TranslationProgress(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The countries for whose recommendations somebody may write translations. */
    public List<CountryCode> countries(Actor actor) {
        return network.countries().stream()
                .filter(country -> policy.permits(actor, Permission.TRANSLATION_EDIT, AccessTarget.country(country)))
                .toList();
    }

    /**
     * What is missing, out of date or not checked, one row for each recommendation and language, in the order of codes.
     *
     * @param language null for all
     * @param country null for all for which the reader may translate
     */
    public Page<TranslationTask> open(
            @Nullable Language language,
            @Nullable CountryCode country,
            int limit,
            @Nullable String after,
            Actor actor) {
        policy.requireSomewhere(actor, Permission.TRANSLATION_EDIT);
        var countries = countries(actor).stream()
                .filter(one -> country == null || one.equals(country))
                .toList();
        if (countries.isEmpty()) {
            return new Page<>(List.of(), 0L, null);
        }
        var params = new HashMap<String, Object>();
        params.put("countries", iso(countries));
        var texts = "(" + TEXTS + " and o.country in (:countries)" + into(language, params) + ") texts";
        var open = "texts.status in ('MISSING', 'STALE', 'MACHINE')";
        var tasks = "select distinct texts.code, texts.into_language from " + texts + " where " + open;
        var total = jdbc.sql("select count(*) from (" + tasks + ") tasks")
                .params(params)
                .query(Long.class)
                .single();
        var page = tasks + past(after, params) + " order by texts.code, texts.into_language fetch first " + (limit + 1)
                + " rows only";
        var rows = jdbc.sql("select texts.code, texts.into_language, texts.field, texts.status from (" + page
                        + ") page join " + texts
                        + " on texts.code = page.code and texts.into_language = page.into_language where " + open)
                .params(params)
                .query((row, number) -> new Row(
                        row.getString("code"),
                        language(row.getString("into_language")),
                        TextField.valueOf(row.getString("field")),
                        TranslationStatus.valueOf(row.getString("status"))))
                .list();
        return tasks(rows, total, limit, actor);
    }

    private static String into(@Nullable Language language, Map<String, Object> params) {
        if (language == null) {
            return "";
        }
        params.put("language", language.tag());
        return " and o.into_language = :language";
    }

    private static String past(@Nullable String after, Map<String, Object> params) {
        if (after == null) {
            return "";
        }
        var keys = Cursor.decode(after, 2).keys();
        params.put("afterLanguage", keys.get(1));
        try {
            params.put("afterCode", new RecommendationCode(keys.get(0)).value());
        } catch (DomainException notOurs) {
            throw DomainException.malformed("after");
        }
        return " and (texts.code > :afterCode or (texts.code = :afterCode and texts.into_language > :afterLanguage))";
    }

    private Page<TranslationTask> tasks(List<Row> rows, long total, int limit, Actor actor) {
        var open = new LinkedHashMap<String, EnumMap<Language, Map<TranslationStatus, List<TextField>>>>();
        rows.stream()
                .sorted(java.util.Comparator.comparing(Row::code)
                        .thenComparing(row -> row.language().tag())
                        .thenComparing(Row::field))
                .forEach(row -> open.computeIfAbsent(row.code(), code -> new EnumMap<>(Language.class))
                        .computeIfAbsent(row.language(), language -> new EnumMap<>(TranslationStatus.class))
                        .computeIfAbsent(row.status(), status -> new ArrayList<>())
                        .add(row.field()));
        var byCode = recommendations.byCode(new LinkedHashSet<>(open.keySet()), actor);
        var tasks = new ArrayList<TranslationTask>();
        open.forEach((code, languages) -> languages.entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> entry.getKey().tag()))
                .forEach(entry -> {
                    var row = byCode.get(code);
                    if (row != null) {
                        tasks.add(new TranslationTask(row, entry.getKey(), entry.getValue()));
                    }
                }));
        var more = tasks.size() > limit;
        var shown = more ? List.copyOf(tasks.subList(0, limit)) : tasks;
        var last = more ? shown.get(shown.size() - 1) : null;
        return new Page<>(
                shown,
                total,
                last == null
                        ? null
                        : Cursor.of(last.row().code(), last.language().tag()).encoded());
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow();
    }

    private static List<String> iso(Collection<CountryCode> countries) {
        return countries.stream().map(CountryCode::iso2).toList();
    }
}
