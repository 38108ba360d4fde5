package org.rumbo.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.rumbo.sheet.ColumnType;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What cells hold and what is wrong with them, in words. */
@Component
public class SheetWords {
    private final SheetLayouts layouts;
    private final People people;
    private final MessageSource messages;

    SheetWords(SheetLayouts layouts, People people, MessageSource messages) {
        this.layouts = layouts;
        this.people = people;
        this.messages = messages;
    }

    public String sheet(SheetKind kind, Locale locale) {
        return say("exchange.sheet." + kind, locale);
    }

    public String field(SheetKind kind, String name, Locale locale) {
        return layouts.label(kind, name, locale);
    }

    /** As people read it; null where nothing stands there. */
    public @Nullable String value(SheetKind kind, String name, @Nullable String text, Locale locale) {
        if (text == null) {
            return null;
        }
        var field = layouts.side(kind).fields().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
        if (field == null) {
            return text;
        }
        if (name.equals("owner")) {
            return people.nameOf(text);
        }
        return switch (field.type()) {
            case BOOLEAN -> say(text.equals("true") ? "answer.yes" : "answer.no", locale);
            case DATE -> DayInWords.of(LocalDate.parse(text), messages, locale);
            case CHOICE, MULTI_CHOICE ->
                CellText.codes(text).stream()
                        .map(code -> field.words().isEmpty()
                                ? code
                                : Objects.requireNonNull(messages.getMessage(field.words() + code, null, code, locale)))
                        .collect(Collectors.joining(field.type() == ColumnType.CHOICE ? "" : ", "));
            case TEXT, LONG_TEXT, INTEGER, DECIMAL -> text;
        };
    }

    /** The sentence alone. */
    public String problem(RowProblem problem, Locale locale) {
        var sentence = messages.getMessage(problem.key(), problem.arguments().toArray(), problem.key(), locale);
        return Objects.requireNonNull(sentence);
    }

    /** With its place before it: "Sheet Recommendations, F17: …". */
    public String problem(RowProblem problem, ImportRow row, Locale locale) {
        var sheet = sheet(row.sheet(), locale);
        var sentence = problem(problem, locale);
        return problem.cell() == null
                ? say(
                        "exchange.note",
                        locale,
                        say("exchange.row", locale, sheet, String.valueOf(row.number())),
                        sentence)
                : say("sheet.place.cell", locale, sheet, problem.cell(), sentence);
    }

    /** Why something was not done. */
    public String outcome(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }

    private String say(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }
}
