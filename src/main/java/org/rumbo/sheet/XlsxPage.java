package org.rumbo.sheet;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How a sheet is protected from slips, and how it is printed. */
final class XlsxPage {
    private XlsxPage() {}

    /** Without a password: it keeps hands from slipping, and stops nobody. All that is not editing locked cells stays allowed. */
    static void lock(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockObjects(false);
        sheet.lockScenarios(false);
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockInsertColumns(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    /** Across, as wide as the paper, with the labels on every page. */
    static void print(SXSSFSheet sheet, int labels) {
        sheet.setFitToPage(true);
        var setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(labels, labels, -1, -1));
        sheet.getFooter().setRight("&P / &N");
        sheet.getFooter().setLeft("&A");
    }
}
