package org.rumbo.sheet;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** An uploaded file that is not read at all, or not to its end; what was told of it until then counts for nothing. */
public class WorkbookRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> arguments;

    WorkbookRefused(Reason reason, String... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /** Why; each has its words under {@code sheet.refused.<name>}. */
    public enum Reason {
        EMPTY,
        /** The file itself is larger than {@link SheetLimits#FILE}. */
        TOO_LARGE,
        /** Neither a workbook nor CSV. */
        UNKNOWN_KIND,
        /** A workbook of Excel 97 to 2003 (.xls). */
        OLD_EXCEL,
        OPEN_DOCUMENT,
        /** Protected by a password. */
        ENCRYPTED,
        /** With programs in it (.xlsm and others). */
        MACROS,
        /** Cut off, or not put together as such a file is. */
        DAMAGED,
        /** It would unpack to far more than it is: a bomb. */
        UNPACKS_TO_TOO_MUCH,
        /** Its XML declares entities or a document type. */
        FORBIDDEN_XML,
        TOO_MANY_SHEETS,
        /** More rows than {@link SheetLimits#ROWS} in a sheet. */
        TOO_MANY_ROWS,
        /** Content right of column {@link SheetLimits#COLUMNS}. */
        TOO_MANY_COLUMNS,
        /** More merged areas than {@link SheetLimits#MERGED} in a sheet. */
        TOO_MANY_MERGED,
        TOO_MUCH_TEXT,
        /** A text file whose encoding cannot be told. */
        UNKNOWN_ENCODING,
        /** A CSV file in which a quote is never closed, or a field goes on behind its closing quote. */
        BROKEN_QUOTES,
        /** No sheet in it is one of those that were asked for. */
        NO_KNOWN_SHEET
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** The sentence in the reader's language. */
    public String words(MessageSource messages, Locale locale) {
        return messages.getMessage("sheet.refused." + reason.name(), arguments.toArray(), locale);
    }
}
