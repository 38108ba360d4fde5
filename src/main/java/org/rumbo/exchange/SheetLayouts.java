package org.rumbo.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
                        .map(field -> column(field, locale))
                        .toList(),
                List.of(side.kind() == SheetKind.RECOMMENDATIONS ? "code" : "id"));
    }

    private SheetColumn column(SheetField field, Locale locale) {
        var label = say("exchange.field." + field.name(), locale);
        var column = field.choices().isEmpty()
                ? SheetColumn.of(field.name(), label, field.type())
                : SheetColumn.choosing(field.name(), label, field.type(), choices(field, locale));
        var help = messages.getMessage("exchange.help." + field.name(), null, "", locale);
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
