package org.rumbo.sheet;

/**
 * What a file has in a cell, before anybody asks what should stand there.
 *
 * @param column counted from 1
 * @param text numbers as the file has them
 */
record RawCell(int column, Kind kind, String text) {
    enum Kind {
        TEXT,
        /** A number in no format of days. */
        NUMBER,
        /** A day by ISO 8601: the reader of the file knows what its numbers count from. */
        DAY,
        /** A number in a format of days that is no day. */
        NO_DAY,
        BOOLEAN,
        FORMULA,
        ERROR,
        /** In a merged area. */
        MERGED
    }

    boolean isBlank() {
        return kind == Kind.TEXT && text.isBlank();
    }
}
