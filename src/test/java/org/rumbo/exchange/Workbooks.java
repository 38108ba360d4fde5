package org.rumbo.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A downloaded workbook in the hands of somebody who edits it with another program. */
final class Workbooks {
    private static final int HEADS = 6;
    private static final DataFormatter WORDS = new DataFormatter(Locale.ROOT);

    private Workbooks() {}

    static byte[] edited(byte[] file, Consumer<XSSFWorkbook> edit) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            edit.accept(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Types something into the cell of a thing; null empties it. */
    static void type(XSSFWorkbook workbook, String sheet, String key, String column, @Nullable Object value) {
        var of = workbook.getSheet(sheet);
        type(cell(row(of, key), head(of).getRowNum(), column), value);
    }

    /** Types into a new row at the end. */
    static Row added(XSSFWorkbook workbook, String sheet) {
        var of = workbook.getSheet(sheet);
        return of.createRow(of.getLastRowNum() + 1);
    }

    static void type(Row row, String column, @Nullable Object value) {
        type(cell(row, head(row.getSheet()).getRowNum(), column), value);
    }

    private static void type(Cell cell, @Nullable Object value) {
        // The library writes over an inline text only where the cell was emptied before.
        cell.setBlank();
        if (value == null) {
            return;
        }
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            var style = cell.getSheet().getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            cell.setCellStyle(style);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    static Cell cell(Row row, int head, String column) {
        var heads = row.getSheet().getRow(head);
        for (var cell : heads) {
            if (cell.getStringCellValue().equals(column)) {
                return row.getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new IllegalArgumentException(
                "No column " + column + " in " + row.getSheet().getSheetName());
    }

    static Cell cell(XSSFWorkbook workbook, String sheet, String key, String column) {
        var of = workbook.getSheet(sheet);
        return cell(row(of, key), head(of).getRowNum(), column);
    }

    /** The row whose code or number that is; of several the last one. */
    static Row row(Sheet sheet, String key) {
        Row found = null;
        for (var row : sheet) {
            for (var cell : row) {
                if (cell.getColumnIndex() < 3
                        && cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(key)) {
                    found = row;
                }
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("No row " + key + " in " + sheet.getSheetName());
        }
        return found;
    }

    /**
     * What stands in every cell that people see, by its sheet, its row and its column: a row goes by its code and number, or by
     * its note where a correction gives it another number.
     */
    static Map<String, String> cells(byte[] file) {
        var all = new TreeMap<String, String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook) {
                if (!workbook.isSheetHidden(workbook.getSheetIndex(sheet))
                        && !sheet.getSheetName().equals("Read me")) {
                    cells(sheet, all);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    private static void cells(Sheet sheet, Map<String, String> all) {
        var head = head(sheet);
        for (var at = head.getRowNum() + 1; at <= sheet.getLastRowNum(); at++) {
            var row = sheet.getRow(at);
            var key = sheet.getSheetName() + " " + key(row) + " ";
            values(row).forEach((column, value) -> all.put(key + column, value));
        }
    }

    /** What a row goes by. */
    static String key(Row row) {
        var values = values(row);
        var isCount = row.getSheet().getSheetName().equals("Counts");
        return values.get("Code") + " " + (isCount ? values.get("Note") : shown(cell(row, "Number")));
    }

    private static Map<String, String> values(Row row) {
        var values = new LinkedHashMap<String, String>();
        for (var cell : head(row.getSheet())) {
            var column = cell.getStringCellValue();
            if (!column.equals("Version") && !column.equals("Number")) {
                values.put(column, shown(row.getCell(cell.getColumnIndex())));
            }
        }
        return values;
    }

    private static @Nullable Cell cell(Row row, String column) {
        for (var cell : head(row.getSheet())) {
            if (cell.getStringCellValue().equals(column)) {
                return row.getCell(cell.getColumnIndex());
            }
        }
        return null;
    }

    private static String shown(@Nullable Cell cell) {
        if (cell != null && cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return cell == null ? "" : WORDS.formatCellValue(cell);
    }

    /** What two differ in, as the second has it. */
    static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        var differences = new TreeMap<String, String>();
        after.forEach((cell, value) -> {
            if (!value.equals(before.get(cell))) {
                differences.put(cell, value);
            }
        });
        before.forEach((cell, value) -> {
            if (!after.containsKey(cell)) {
                differences.put(cell, "is gone");
            }
        });
        return differences;
    }

    /** All that an archive holds, its names included. */
    static String unpacked(byte[] archive) {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all.toString();
    }

    /** What people read over the columns. */
    static Row head(Sheet sheet) {
        for (var at = 0; at < HEADS; at++) {
            var row = sheet.getRow(at);
            if (row != null) {
                for (var cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals("Code")) {
                        return row;
                    }
                }
            }
        }
        throw new IllegalArgumentException("No head in " + sheet.getSheetName());
    }
}
