package org.rumbo.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet program lets people enter: lists to pick from, days, numbers; also for rows that they add. */
final class XlsxRules {
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_HELP = 255;
    private static final String FIRST_DAY = "1";
    private static final String LAST_DAY = "2958465";
    private static final String LARGEST = "999999999999999";

    private final SXSSFSheet sheet;
    private final XlsxLists lists;
    private final int first;

    XlsxRules(SXSSFSheet sheet, XlsxLists lists, int first) {
        this.sheet = sheet;
        this.lists = lists;
        this.first = first;
    }

    void add(int index, SheetColumn column, List<String> list) {
        var helper = sheet.getDataValidationHelper();
        var constraint = constraint(helper, column, list);
        if (constraint == null) {
            return;
        }
        var rows = new CellRangeAddressList(first, SheetLimits.ROWS, index, index);
        DataValidation rule = helper.createValidation(constraint, rows);
        rule.setEmptyCellAllowed(true);
        rule.setShowErrorBox(true);
        // What the OOXML attribute hides is the arrow; POI names it the other way round for this format.
        rule.setSuppressDropDownArrow(true);
        if (column.help() != null) {
            rule.setShowPromptBox(true);
            rule.createPromptBox(cut(column.label(), LONGEST_TITLE), cut(column.help(), LONGEST_HELP));
        }
        sheet.addValidationData(rule);
    }

    private @Nullable DataValidationConstraint constraint(
            DataValidationHelper helper, SheetColumn column, List<String> list) {
        return switch (column.type()) {
            case CHOICE, BOOLEAN -> helper.createFormulaListConstraint(lists.range(list));
            case DATE -> helper.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, null);
            case INTEGER -> helper.createIntegerConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
            case DECIMAL -> helper.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
            case TEXT, LONG_TEXT, MULTI_CHOICE ->
                column.help() == null
                        ? null
                        : helper.createTextLengthConstraint(
                                OperatorType.BETWEEN, "0", String.valueOf(SheetLimits.CELL));
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
