package org.rumbo.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.Violation;
import org.rumbo.sheet.ColumnChoice;
import org.rumbo.sheet.FoundHead;
import org.springframework.stereotype.Component;

/** Finds out what the headings of a file mean that are none of ours: by what its owner said before, and by what they are like. */
@Component
class ColumnMatching {
    static final String FIELD = "column-";
    private static final int MOST = 200;
    private static final double REMEMBERED = 1.5;

    private final SheetLayouts layouts;
    private final SheetStore store;
    private final Clock clock;

    ColumnMatching(SheetLayouts layouts, SheetStore store, Clock clock) {
        this.layouts = layouts;
        this.store = store;
        this.clock = clock;
    }

    /** A possible answer, and how much speaks for it. */
    private record Guess(int column, ColumnMeaning meaning, double weight) {}

    /** Whether there is anything that its owner did not say already that it is left out. */
    boolean asks(List<FoundHead> heads, UUID person) {
        var remembered = store.headings(person);
        return heads.stream().anyMatch(head -> head.unknown().values().stream()
                .anyMatch(heading -> !isLeftOut(remembered.get(key(kind(head), heading)))));
    }

    private static boolean isLeftOut(@Nullable String field) {
        return field != null && field.isEmpty();
    }

    private static @Nullable SheetKind kind(FoundHead head) {
        return SheetKind.ofKey(head.layout()).orElse(null);
    }

    private static String key(@Nullable SheetKind kind, String heading) {
        return (kind == null ? "" : kind.name()) + " " + Likeness.plain(heading);
    }

    List<ColumnQuestion> questions(List<FoundHead> heads, UUID person) {
        var remembered = store.headings(person);
        var questions = new ArrayList<ColumnQuestion>();
        for (var at = 0; at < heads.size(); at++) {
            var head = heads.get(at);
            var guesses = guesses(head, remembered);
            for (var heading : head.unknown().entrySet()) {
                if (questions.size() < MOST) {
                    questions.add(new ColumnQuestion(
                            at + "-" + heading.getKey(),
                            head.sheet(),
                            kind(head),
                            heading.getValue(),
                            head.samples().get(heading.getKey()),
                            guesses.get(heading.getKey())));
                }
            }
        }
        return questions;
    }

    /** The best answers that go together: those of one sheet are of one kind, and no field is had twice. */
    private Map<Integer, ColumnMeaning> guesses(FoundHead head, Map<String, String> remembered) {
        var known = kind(head);
        var best = new HashMap<Integer, ColumnMeaning>();
        var most = 0.0;
        for (var kind : known == null ? List.of(SheetKind.values()) : List.of(known)) {
            var guesses = guesses(head, kind, remembered);
            var chosen = new HashMap<Integer, ColumnMeaning>();
            var taken = new HashSet<>(head.known());
            var weight = 0.0;
            for (var guess : guesses) {
                if (!chosen.containsKey(guess.column())
                        && taken.add(guess.meaning().field())) {
                    chosen.put(guess.column(), guess.meaning());
                    weight += guess.weight();
                }
            }
            if (weight > most) {
                most = weight;
                best = chosen;
            }
        }
        return best;
    }

    private List<Guess> guesses(FoundHead head, SheetKind kind, Map<String, String> remembered) {
        var guesses = new ArrayList<Guess>();
        head.unknown().forEach((column, heading) -> {
            var said = remembered.get(key(kind, heading));
            if (isLeftOut(said) || (head.layout() == null && isLeftOut(remembered.get(key(null, heading))))) {
                return;
            }
            for (var field : layouts.side(kind).fields()) {
                var weight = field.name().equals(said) ? REMEMBERED : likeness(heading, kind, field);
                if (isOffered(field) && weight >= Likeness.ENOUGH) {
                    guesses.add(new Guess(column, new ColumnMeaning(kind, field.name()), weight));
                }
            }
        });
        guesses.sort(Comparator.comparing(Guess::weight).reversed());
        return guesses;
    }

    private double likeness(String heading, SheetKind kind, SheetField field) {
        return Arrays.stream(Language.values())
                .flatMap(language -> layouts.names(kind, field.name(), language.locale()).stream())
                .mapToDouble(name -> Likeness.of(heading, name))
                .max()
                .orElse(0);
    }

    /** Nobody has a column of ours for versions but ourselves. */
    private static boolean isOffered(SheetField field) {
        return field.use() != SheetField.Use.VERSION;
    }

    /** What a column of a sheet of that kind may mean. */
    List<ColumnMeaning> offers(SheetKind kind) {
        return layouts.side(kind).fields().stream()
                .filter(ColumnMatching::isOffered)
                .map(field -> new ColumnMeaning(kind, field.name()))
                .toList();
    }

    /**
     * What somebody says that headings mean, whichever sheet they stand in; each as {@code heading=recommendations.title}.
     *
     * @throws DomainException malformed (400) where there is no such column
     */
    List<ColumnChoice> said(Collection<String> written) {
        return written.stream()
                .map(text -> {
                    var equals = text.lastIndexOf('=');
                    var meaning = ColumnMeaning.of(text.substring(equals + 1))
                            .filter(this::exists)
                            .filter(found -> equals > 0)
                            .orElseThrow(() -> DomainException.malformed("column"));
                    return new ColumnChoice(
                            null, text.substring(0, equals), meaning.kind().key(), meaning.field());
                })
                .toList();
    }

    private boolean exists(ColumnMeaning meaning) {
        return offers(meaning.kind()).contains(meaning);
    }

    /** What was answered for each place; empty for what is left out. */
    Map<String, @Nullable ColumnMeaning> answers(Collection<String> written) {
        var answers = new HashMap<String, @Nullable ColumnMeaning>();
        for (var text : written) {
            var colon = text.indexOf(':');
            if (colon < 0) {
                throw DomainException.malformed("column");
            }
            var name = text.substring(colon + 1);
            var meaning = ColumnMeaning.of(name).filter(this::exists).orElse(null);
            if (meaning == null && !name.isEmpty()) {
                throw DomainException.malformed("column");
            }
            answers.put(text.substring(0, colon), meaning);
        }
        return answers;
    }

    /** Refuses (422) answers that contradict each other; remembers the others. */
    List<ColumnChoice> chosen(List<FoundHead> heads, Map<String, @Nullable ColumnMeaning> answers, UUID person) {
        var violations = new ArrayList<Violation>();
        var choices = new ArrayList<ColumnChoice>();
        for (var at = 0; at < heads.size(); at++) {
            var head = heads.get(at);
            var kind = kind(head);
            var taken = new HashSet<>(head.known());
            for (var column : head.unknown().entrySet()) {
                var place = at + "-" + column.getKey();
                var meaning = answers.get(place);
                if (meaning == null) {
                    continue;
                }
                kind = kind == null ? meaning.kind() : kind;
                if (kind != meaning.kind()) {
                    violations.add(new Violation(FIELD + place, "sheet-columns-of-one-kind"));
                } else if (!taken.add(meaning.field())) {
                    violations.add(new Violation(FIELD + place, "sheet-column-twice"));
                }
                choices.add(new ColumnChoice(
                        head.sheet(), column.getValue(), meaning.kind().key(), meaning.field()));
            }
            remember(head, kind, at, answers, person);
        }
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
        return choices;
    }

    private void remember(
            FoundHead head,
            @Nullable SheetKind kind,
            int at,
            Map<String, @Nullable ColumnMeaning> answers,
            UUID person) {
        var said = new HashMap<String, String>();
        head.unknown().forEach((column, heading) -> {
            if (answers.containsKey(at + "-" + column)) {
                var meaning = answers.get(at + "-" + column);
                said.put(Likeness.plain(heading), meaning == null ? "" : meaning.field());
            }
        });
        store.remember(person, kind == null ? "" : kind.name(), said, clock.instant());
    }
}
