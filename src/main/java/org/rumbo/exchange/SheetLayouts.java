package org.rumbo.exchange;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.sheet.Choice;
import org.rumbo.sheet.SheetColumn;
import org.rumbo.sheet.SheetLayout;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How sheets look to their readers, in the language that they read. */
@Component
class SheetLayouts {
    private static final int NARROW = 16;

    private final List<SheetSide> sides;
    private final MessageSource messages;

    SheetLayouts(List<SheetSide> sides, MessageSource messages) {
        this.sides =
                sides.stream().sorted(Comparator.comparing(SheetSide::kind)).toList();
        this.messages = messages;
    }

    List<SheetSide> sides() {
        return sides;
    }

    SheetSide side(SheetKind kind) {
        return sides.stream().filter(side -> side.kind() == kind).findFirst().orElseThrow();
    }

    /**
     * @param inside whether for readers of full recommendations
     */
    SheetLayout layout(SheetSide side, boolean inside, Locale locale) {
        return new SheetLayout(
                side.kind().key(),
                say("exchange.sheet." + side.kind(), locale),
                side.fields().stream()
                        .filter(field -> inside || !field.inside())
                        .map(field -> column(side.kind(), field, locale))
                        .toList(),
                key(side.kind()));
    }

    /** What is still to be counted has a row without an id. */
    private static List<String> key(SheetKind kind) {
        return switch (kind) {
            case RECOMMENDATIONS -> List.of("code");
            case MARKERS, ACTIONS, EVIDENCE -> List.of("id");
            case VALUES -> List.of();
        };
    }

    /** What a field is called, which depends on the sheet where one word has two meanings. */
    String label(SheetKind kind, String field, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(
                "exchange.field." + kind + "." + field, null, say("exchange.field." + field, locale), locale));
    }

    /** All that it may be called in a language: our own word, the key, and what else people write. */
    List<String> names(SheetKind kind, String field, Locale locale) {
        var others = Objects.requireNonNullElse(messages.getMessage("exchange.others." + field, null, "", locale), "");
        return Stream.concat(Stream.of(label(kind, field, locale), field), Arrays.stream(others.split(",")))
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** All layouts, for those who bring a file back. */
    List<SheetLayout> all(Locale locale) {
        return sides.stream().map(side -> layout(side, true, locale)).toList();
    }

    private @Nullable String help(SheetKind kind, String field, Locale locale) {
        var common = messages.getMessage("exchange.help." + field, null, "", locale);
        return messages.getMessage("exchange.help." + kind + "." + field, null, common, locale);
    }

    private SheetColumn column(SheetKind kind, SheetField field, Locale locale) {
        var label = label(kind, field.name(), locale);
        var column = field.choices().isEmpty()
                ? SheetColumn.of(field.name(), label, field.type())
                : SheetColumn.choosing(field.name(), label, field.type(), choices(field, locale));
        var help = help(kind, field.name(), locale);
        var explained = help == null || help.isEmpty() ? column : column.explained(help);
        return switch (field.use()) {
            case VERSION -> explained.unseen();
            case LOCKED ->
                field.name().equals("id")
                        ? explained.unseen()
                        : explained.locked().wide(NARROW + 8);
            case OF_NEW_ROWS, EDITABLE, REMARK -> explained;
        };
    }

    private List<Choice> choices(SheetField field, Locale locale) {
        return field.choices().stream()
                .map(code -> new Choice(code, field.words().isEmpty() ? code : say(field.words() + code, locale)))
                .toList();
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
