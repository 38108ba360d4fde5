package org.rumbo.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet.
 *
 * @param key the technical name, the same in all languages: a letter, then letters, digits, {@code _}, {@code -} or {@code .},
 *     64 characters at most; it is the field's name in CSV
 * @param label the head that people read, in their language
 * @param editable whether people may change it; the others are locked in a workbook
 * @param hidden whether a workbook hides it, as it does with a row's version
 * @param required whether an empty cell is a problem when the sheet is read
 * @param choices what a CHOICE or MULTI_CHOICE allows; empty for all others
 * @param width in characters, from 1 to 255
 * @param help shown beside the cell while somebody is in it, in their language; null for none
 */
public record SheetColumn(
        String key,
        String label,
        ColumnType type,
        boolean editable,
        boolean hidden,
        boolean required,
        List<Choice> choices,
        int width,
        @Nullable String help) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final int WIDEST = 255;

    public SheetColumn {
        choices = List.copyOf(choices);
        if (!isKey(key)) {
            throw new IllegalArgumentException("No key of a column: " + key);
        }
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("No width of a column: " + width);
        }
        var chosen = type == ColumnType.CHOICE || type == ColumnType.MULTI_CHOICE;
        if (chosen == choices.isEmpty()) {
            throw new IllegalArgumentException("Choices belong to columns of choices alone: " + key);
        }
        var codes = new HashSet<String>();
        choices.forEach(choice -> {
            if (!codes.add(choice.code())) {
                throw new IllegalArgumentException("Twice among the choices of " + key + ": " + choice.code());
            }
        });
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** An editable column of the given kind, wide enough for most; not for choices. */
    public static SheetColumn of(String key, String label, ColumnType type) {
        return new SheetColumn(key, label, type, true, false, false, List.of(), usualWidth(type), null);
    }

    /** An editable column of one or any of some choices. */
    public static SheetColumn choosing(String key, String label, ColumnType type, List<Choice> choices) {
        return new SheetColumn(key, label, type, true, false, false, choices, usualWidth(type), null);
    }

    public SheetColumn locked() {
        return new SheetColumn(key, label, type, false, hidden, required, choices, width, help);
    }

    /** Hidden, and therefore locked. */
    public SheetColumn unseen() {
        return new SheetColumn(key, label, type, false, true, required, choices, width, help);
    }

    public SheetColumn mandatory() {
        return new SheetColumn(key, label, type, editable, hidden, true, choices, width, help);
    }

    public SheetColumn wide(int characters) {
        return new SheetColumn(key, label, type, editable, hidden, required, choices, characters, help);
    }

    public SheetColumn explained(String words) {
        return new SheetColumn(key, label, type, editable, hidden, required, choices, width, words);
    }

    private static int usualWidth(ColumnType type) {
        return switch (type) {
            case LONG_TEXT -> 60;
            case MULTI_CHOICE -> 32;
            case TEXT, CHOICE -> 24;
            case DATE, DECIMAL, INTEGER -> 14;
            case BOOLEAN -> 10;
        };
    }
}
