package org.rumbo.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.sheet.CellValue;
import org.rumbo.sheet.ColumnType;

/** What stands in a cell as text that compares, however it travelled: a workbook keeps neither every line end nor every character. */
final class CellText {
    private CellText() {}

    /** Null where nothing stands there; a flag that nobody set is one that is not set. */
    static @Nullable String of(CellValue value, ColumnType type) {
        if (value instanceof CellValue.Text text) {
            return plain(text.text());
        } else if (value instanceof CellValue.Day day) {
            return day.day().toString();
        } else if (value instanceof CellValue.Flag flag) {
            return String.valueOf(flag.set());
        } else if (value instanceof CellValue.Code code) {
            return code.code();
        } else if (value instanceof CellValue.Codes codes) {
            return String.join(",", codes.codes());
        } else if (value instanceof CellValue.Whole whole) {
            return String.valueOf(whole.number());
        } else if (value instanceof CellValue.Decimal decimal) {
            return decimal.number().toPlainString();
        } else if (value instanceof CellValue.Unreadable unreadable) {
            return plain(unreadable.typed());
        }
        return type == ColumnType.BOOLEAN ? "false" : null;
    }

    static CellValue value(@Nullable String text, ColumnType type) {
        if (text == null) {
            return CellValue.EMPTY;
        }
        return switch (type) {
            case TEXT, LONG_TEXT -> CellValue.text(text);
            case DATE -> CellValue.day(LocalDate.parse(text));
            case BOOLEAN -> CellValue.flag(Boolean.valueOf(text));
            case CHOICE -> CellValue.code(text);
            case MULTI_CHOICE -> CellValue.codes(codes(text));
            case INTEGER -> CellValue.whole(Long.valueOf(text));
            case DECIMAL -> CellValue.decimal(new BigDecimal(text));
        };
    }

    static List<String> codes(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    /** Null where nothing can be seen. */
    static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(CellText::travels)
                .forEach(kept::appendCodePoint);
        var plain = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
        return plain.codePoints().allMatch(CellText::isUnseen) ? null : plain;
    }

    /** What XML can hold. */
    private static boolean travels(int letter) {
        return letter == '\n'
                || letter == '\t'
                || (letter >= ' ' && letter < Character.MIN_SURROGATE)
                || (letter > Character.MAX_SURROGATE && letter < 0xFFFE)
                || letter > 0xFFFF;
    }

    private static boolean isUnseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }
}
