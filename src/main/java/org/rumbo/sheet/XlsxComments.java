package org.rumbo.sheet;

import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Comments beside cells. They are kept in memory, so only the first ones are made: the column of problems has all words. */
final class XlsxComments {
    private static final int MOST = 2_000;
    private static final int LONGEST = 1_000;

    private final SXSSFSheet sheet;
    private final CreationHelper helper;
    private int made;

    XlsxComments(SXSSFSheet sheet) {
        this.sheet = sheet;
        helper = sheet.getWorkbook().getCreationHelper();
    }

    void add(int row, int column, String words) {
        if (made++ >= MOST) {
            return;
        }
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        var anchor = helper.createClientAnchor();
        anchor.setRow1(row);
        anchor.setRow2(row + 4);
        anchor.setCol1(column + 1);
        anchor.setCol2(column + 4);
        var comment = drawing.createCellComment(anchor);
        comment.setAddress(row, column);
        comment.setAuthor("");
        var shown = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        comment.setString(helper.createRichTextString(XmlText.encode(shown)));
    }
}
