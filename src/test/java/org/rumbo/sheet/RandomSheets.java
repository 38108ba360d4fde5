package org.rumbo.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Layouts, rows and above all texts that nobody would think of, the same ones for the same seed. */
final class RandomSheets {
    private static final List<String> NASTY = List.of(
            "'",
            "''",
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\u00A0",
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            "_x000D_",
            "_x000D",
            "x000D_",
            "_x005F_",
            "_",
            "&amp;",
            "<b>",
            "]]>",
            "\u0001",
            "\u001F",
            "\u007F",
            "\u0085",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "\u2028",
            "😀",
            "👩‍👩‍👧",
            "e\u0301",
            "ñ",
            "\u202E",
            "＝",
            "＋1",
            "－",
            "＠",
            "007",
            "1.234",
            "3/4/2026",
            "TRUE",
            "#REF!",
            "sep=;",
            "=HYPERLINK(\"x\")",
            "word",
            "Ωmega");
    private static final List<String> KEYS =
            List.of("code", "title", "long", "due", "open", "count", "share", "state", "teams");

    private final Random random;

    RandomSheets(long seed) {
        random = new Random(seed);
    }

    SheetLayout layout(String key) {
        var columns = new ArrayList<SheetColumn>();
        var count = 2 + random.nextInt(12);
        for (var i = 0; i < count; i++) {
            columns.add(column(KEYS.get(random.nextInt(KEYS.size())) + "-" + i));
        }
        return new SheetLayout(key, label(), columns, List.of(columns.get(0).key()));
    }

    private SheetColumn column(String key) {
        var type = ColumnType.values()[random.nextInt(ColumnType.values().length)];
        var label = label() + " " + key;
        var column = type == ColumnType.CHOICE || type == ColumnType.MULTI_CHOICE
                ? SheetColumn.choosing(key, label, type, choices())
                : SheetColumn.of(key, label, type);
        column = random.nextInt(4) == 0 ? column.locked() : column;
        column = random.nextInt(6) == 0 ? column.unseen() : column;
        return random.nextInt(3) == 0 ? column.explained("Help: " + label()) : column;
    }

    private List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        var count = 1 + random.nextInt(40);
        for (var i = 0; i < count; i++) {
            // Labels that are there twice, empty, or a code of another.
            choices.add(new Choice(
                    random.nextBoolean() ? "C" + i : "-c" + i, random.nextInt(3) == 0 ? "C" + (i + 1) : label()));
        }
        return choices;
    }

    private String label() {
        var words = List.of(
                "State",
                "Estado",
                "Situação",
                "=Sum",
                "a;b",
                "",
                "Due: [when]?",
                "País/equipo",
                "'quoted'",
                "x".repeat(40));
        return words.get(random.nextInt(words.size()));
    }

    List<Map<String, CellValue>> rows(SheetLayout layout) {
        var rows = new ArrayList<Map<String, CellValue>>();
        var count = random.nextInt(30);
        for (var i = 0; i < count; i++) {
            var row = new LinkedHashMap<String, CellValue>();
            for (var column : layout.columns()) {
                var value = random.nextInt(5) == 0 ? CellValue.EMPTY : value(column);
                if (!value.isEmpty()) {
                    row.put(column.key(), value);
                }
            }
            // A row of blanks alone is no row, to any reader.
            if (row.values().stream()
                    .anyMatch(value -> !(value instanceof CellValue.Text text)
                            || !text.text().isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private CellValue value(SheetColumn column) {
        return switch (column.type()) {
            case TEXT, LONG_TEXT -> CellValue.text(text());
            case DATE -> CellValue.day(LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000)));
            case BOOLEAN -> CellValue.flag(random.nextBoolean());
            case INTEGER -> CellValue.whole(random.nextBoolean() ? random.nextLong() : (long) random.nextInt(10_000));
            case DECIMAL -> CellValue.decimal(decimal());
            case CHOICE -> CellValue.code(code(column));
            case MULTI_CHOICE -> {
                var codes = new ArrayList<String>();
                for (var i = random.nextInt(4); i >= 0; i--) {
                    codes.add(code(column));
                }
                yield CellValue.codes(codes);
            }
        };
    }

    private String code(SheetColumn column) {
        return column.choices().get(random.nextInt(column.choices().size())).code();
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(6));
            case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(18));
            case 2 -> BigDecimal.valueOf(-random.nextInt(1_000_000), 3);
            default -> BigDecimal.valueOf(random.nextLong()).multiply(BigDecimal.valueOf(random.nextLong()));
        };
    }

    String text() {
        var text = new StringBuilder();
        for (var i = random.nextInt(8); i >= 0; i--) {
            text.append(
                    random.nextInt(5) == 0 ? Character.toString(letter()) : NASTY.get(random.nextInt(NASTY.size())));
        }
        return text.toString();
    }

    /** Any character but NUL and halves of pairs, which have rules of their own. */
    private int letter() {
        int letter;
        do {
            letter = random.nextInt(random.nextBoolean() ? 0x300 : Character.MAX_CODE_POINT + 1);
        } while (letter == 0 || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE));
        return letter;
    }
}
