package org.rumbo.sheet;

/** What the cells of a column hold; each with the {@link CellValue} that is written to it and read from it. */
public enum ColumnType {
    /** One line: {@link CellValue.Text}. */
    TEXT,
    /** Several lines, wrapped: {@link CellValue.Text}. */
    LONG_TEXT,
    /** A day without a time: {@link CellValue.Day}. */
    DATE,
    /** Yes or no: {@link CellValue.Flag}. */
    BOOLEAN,
    /** {@link CellValue.Whole}. */
    INTEGER,
    /** {@link CellValue.Decimal}. */
    DECIMAL,
    /** One of the column's choices: {@link CellValue.Code}. */
    CHOICE,
    /** Any of the column's choices: {@link CellValue.Codes}. */
    MULTI_CHOICE
}
