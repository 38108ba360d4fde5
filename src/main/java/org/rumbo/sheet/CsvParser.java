package org.rumbo.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a text apart into records (RFC 4180), more patiently than the standard: any separator, any line end, quotes within a field
 * that does not begin with one. What cannot be meant is refused: a quote that is never closed, and a field that goes on behind its quote.
 */
final class CsvParser {
    private static final int MOST_FIELDS = 1 << 14;
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private int ahead;

    CsvParser(Reader in, char separator) throws IOException {
        this.in = new BufferedReader(in, 1 << 16);
        this.separator = separator;
        ahead = this.in.read();
    }

    /** The next record's fields; none at the end. An empty line is a record of one empty field. */
    Optional<List<String>> next() throws IOException {
        if (ahead == END) {
            return Optional.empty();
        }
        var fields = new ArrayList<String>();
        while (true) {
            fields.add(field());
            if (fields.size() > MOST_FIELDS) {
                throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_COLUMNS);
            }
            if (ahead != separator) {
                break;
            }
            advance();
        }
        if (ahead == '\r') {
            advance();
            if (ahead == '\n') {
                advance();
            }
        } else if (ahead == '\n') {
            advance();
        }
        return Optional.of(fields);
    }

    private void advance() throws IOException {
        ahead = in.read();
    }

    private String field() throws IOException {
        var text = new StringBuilder();
        if (ahead == '"') {
            advance();
            quoted(text);
            if (ahead != separator && ahead != '\r' && ahead != '\n' && ahead != END) {
                throw broken();
            }
        } else {
            while (ahead != separator && ahead != '\r' && ahead != '\n' && ahead != END) {
                take(text);
            }
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws IOException {
        while (true) {
            if (ahead == END) {
                throw broken();
            }
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    return;
                }
            }
            take(text);
        }
    }

    /** Kept up to where it is sure to be too long; an apostrophe before a formula does not count. */
    private void take(StringBuilder text) throws IOException {
        if (text.length() <= SheetLimits.CELL + 1) {
            text.append((char) ahead);
        }
        advance();
    }

    private static IOException broken() {
        return new UploadedArchive.Refusal(WorkbookRefused.Reason.BROKEN_QUOTES);
    }
}
