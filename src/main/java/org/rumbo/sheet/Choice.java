package org.rumbo.sheet;

/**
 * One of the values that a column allows.
 *
 * @param code what stands for it in CSV and in code; never empty, without blanks at its ends, {@code ;} or line ends
 * @param label what people pick in a workbook, in the reader's language
 */
public record Choice(String code, String label) {
    public Choice {
        if (code.isBlank() || !code.equals(code.strip()) || code.matches("(?s).*[;\\r\\n].*")) {
            throw new IllegalArgumentException("No code of a choice: " + code);
        }
    }
}
