package org.rumbo.sheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Something in a file that could not be read as it stands, or that was passed over.
 *
 * @param at where
 * @param column the key of the column that it is about; null where it is about none
 * @param arguments what the sentence names, in its order: what was typed (shortened), or what was expected
 */
public record SheetProblem(CellAddress at, @Nullable String column, Kind kind, List<String> arguments) {
    public SheetProblem {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong; each has its words under {@code sheet.problem.<name>}. */
    public enum Kind {
        /** A formula: its result is not taken, for only a spreadsheet can tell it. */
        FORMULA,
        /** A spreadsheet's own error, as {@code #REF!}. */
        ERROR_VALUE,
        /** The cell belongs to a merged area. */
        MERGED,
        REQUIRED,
        NO_DATE,
        /** A day that means another in another country: {@code 3/4/2026}. */
        AMBIGUOUS_DATE,
        NO_BOOLEAN,
        NO_INTEGER,
        NO_DECIMAL,
        /** A number that means another in another country: {@code 1.234}. */
        AMBIGUOUS_NUMBER,
        NO_CHOICE,
        /** Longer than a cell may be. */
        TOO_LONG,
        /** Signs that no text may have. */
        UNREADABLE_TEXT,
        /** Two columns with one key; neither is read. */
        DUPLICATE_COLUMN,
        /** A second sheet of the same kind; it is not read. */
        DUPLICATE_SHEET,
        /** More fields in a CSV record than the head names. */
        EXTRA_FIELDS,
        /** A column that is not known: passed over. */
        UNKNOWN_COLUMN(true),
        /** A sheet without known columns: passed over. */
        UNKNOWN_SHEET(true);

        private final boolean note;

        Kind() {
            this(false);
        }

        Kind(boolean note) {
            this.note = note;
        }

        /** Whether it is worth saying and hinders nothing. */
        public boolean isNote() {
            return note;
        }
    }

    /** The sentence alone, in the reader's language, without the place. */
    public String words(MessageSource messages, Locale locale) {
        return messages.getMessage("sheet.problem." + kind.name(), arguments.toArray(), locale);
    }

    /** The sentence with its place before it: "Sheet Recs, F17: …". */
    public String wordsWithPlace(MessageSource messages, Locale locale) {
        var reference = at.reference();
        var words = words(messages, locale);
        return reference == null
                ? messages.getMessage("sheet.place.sheet", new Object[] {at.sheet(), words}, locale)
                : messages.getMessage("sheet.place.cell", new Object[] {at.sheet(), reference, words}, locale);
    }
}
