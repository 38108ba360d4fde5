package org.rumbo.recommendation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Translates the texts of recommendations: what there is, what is out of date, and what somebody writes. */
@Service
@Transactional
public class RecommendationTranslation {
    private final RecommendationChange change;
    private final RecommendationAccess access;
    private final Recommendations recommendations;
    private final Translations translations;
    private final People people;

    RecommendationTranslation(
            RecommendationChange change,
            RecommendationAccess access,
            Recommendations recommendations,
            Translations translations,
            People people) {
        this.change = change;
        this.access = access;
        this.recommendations = recommendations;
        this.translations = translations;
        this.people = people;
    }

    /**
     * The texts for whoever may translate them.
     *
     * @param wanted the language; null for the first that has something to do
     */
    @Transactional(readOnly = true)
    public TranslationView read(RecommendationCode code, @Nullable Language wanted, Actor actor) {
        access.require(actor, Permission.TRANSLATION_EDIT, access.see(code, actor));
        var item = recommendations.findByCode(code).orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        var known = translations.of(item.id());
        var names = people
                .byId(known.values().stream()
                        .map(Translations.Known::changedBy)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        var open = Arrays.stream(Language.values())
                .map(language ->
                        new TranslationView.OpenTexts(language, (int) sides(item, language, known, names).stream()
                                .filter(side -> side.status().isOpen())
                                .count()))
                .toList();
        var language = wanted != null ? wanted : first(open);
        var sides = sides(item, language, known, names);
        return new TranslationView(
                item.language(), language, tag(sides), item.claimStatus() == ClaimStatus.UNDER_REVIEW, open, sides);
    }

    private static Language first(List<TranslationView.OpenTexts> open) {
        return open.stream()
                .filter(texts -> texts.count() > 0)
                .findFirst()
                .orElse(open.get(0))
                .language();
    }

    /**
     * Writes translations, or says that those there were read against the original. Translations are frozen like everything
     * else while a director looks at a claim: what she reads must not change under her eyes.
     *
     * @param seen the tag of what was shown to the writer
     */
    public void write(
            RecommendationCode code,
            Language language,
            Supplier<TranslationCommand> words,
            @Nullable String seen,
            Actor actor) {
        change.make(code, actor, Permission.TRANSLATION_EDIT, Expected.ANY, (item, at) -> {
            item.requireNotFrozen();
            var command = words.get();
            var sides = sides(item, language, translations.of(item.id()), Map.of());
            if (sides.stream().allMatch(side -> side.status() == TranslationStatus.ORIGINAL)) {
                throw DomainException.ruleNotMet("to", "not-the-original");
            }
            if (!tag(sides).equals(seen)) {
                throw new DomainException(
                        ProblemType.VERSION_MISMATCH, Map.of("current", tag(sides), "state", item.state()));
            }
            write(item, language, command, sides, actor, at);
        });
    }

    private void write(
            Recommendation item,
            Language language,
            TranslationCommand command,
            List<TranslationView.Side> sides,
            Actor actor,
            Instant at) {
        var texts = new HashMap<String, String>();
        var fields = new ArrayList<String>();
        for (var side : sides) {
            var text = command.texts().getOrDefault(side.field(), side.text());
            var anew = !Objects.equals(text, side.text());
            if (side.status() == TranslationStatus.ORIGINAL
                    || text == null
                    || !(anew || (side.status().isOpen() && !command.machine()))) {
                continue;
            }
            fields.add(side.field().name());
            if (anew) {
                item.translate(side.field(), language, text);
                texts.put(side.field().in(language), text);
                texts.put(side.field().in(language) + "Old", Objects.requireNonNullElse(side.text(), ""));
            }
            translations.note(
                    item.id(),
                    new Translations.Place(side.field(), language),
                    new Translations.Known(text, side.original(), command.machine(), actor.id(), at));
        }
        if (!fields.isEmpty()) {
            var status = command.machine() ? TranslationStatus.MACHINE : TranslationStatus.HUMAN;
            item.tell(new RecommendationEvent.Translated(
                    item.about(item.state(), actor.id(), at),
                    Map.of("language", language.tag(), "status", status, "fields", fields),
                    texts));
        }
    }

    private static List<TranslationView.Side> sides(
            Recommendation item,
            Language language,
            Map<Translations.Place, Translations.Known> known,
            Map<UUID, String> names) {
        var sides = new ArrayList<TranslationView.Side>();
        for (var field : TextField.values()) {
            var from = item.original(field);
            var original = item.texts(field).in(from);
            if (original == null) {
                continue;
            }
            var text = item.texts(field).in(language);
            var made = known.get(new Translations.Place(field, language));
            var translated = made == null ? null : made.original();
            var status = language == from
                    ? TranslationStatus.ORIGINAL
                    : TranslationStatus.of(text, translated, original, made != null && made.machine());
            sides.add(new TranslationView.Side(
                    field,
                    from,
                    original,
                    text,
                    status,
                    translated,
                    made == null || made.changedBy() == null ? null : names.get(made.changedBy()),
                    made == null ? null : made.changedAt()));
        }
        return sides;
    }

    /** The same for the same words and standing, whoever looks. */
    private static String tag(List<TranslationView.Side> sides) {
        var all = sides.stream()
                .map(side -> side.field() + "\n" + side.original() + "\n" + side.text() + "\n" + side.status())
                .collect(Collectors.joining("\n\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
