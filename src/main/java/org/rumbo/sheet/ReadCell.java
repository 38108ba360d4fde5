package org.rumbo.sheet;

/**
 * A cell as it was read.
 *
 * @param value of the column's type; {@link CellValue.Unreadable} where the row's problems say why
 * @param typed what stands in it as text, for showing it to people; never null, shortened nowhere
 */
public record ReadCell(CellAddress at, CellValue value, String typed) {}
