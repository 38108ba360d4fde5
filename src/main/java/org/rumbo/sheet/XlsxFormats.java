package org.rumbo.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which of a workbook's formats of cells show a number as a day. */
final class XlsxFormats {
    private static final int LONGEST = 255;

    private final BitSet days = new BitSet();

    static XlsxFormats none() {
        return new XlsxFormats();
    }

    static XlsxFormats read(GuardedXml xml) throws IOException {
        var formats = new XlsxFormats();
        var codes = new HashMap<Integer, String>();
        var inCells = false;
        var next = 0;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
            } else if (xml.starts("cellXfs")) {
                inCells = true;
            } else if (xml.ends("cellXfs")) {
                inCells = false;
            } else if (inCells && xml.starts("xf")) {
                var id = number(xml.attribute("numFmtId"));
                var code = codes.getOrDefault(id, "");
                formats.days.set(next++, code.length() <= LONGEST && DateUtil.isADateFormat(id, code));
            }
            if (next > SheetLimits.FORMATS || codes.size() > SheetLimits.FORMATS) {
                throw new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
            }
        }
        return formats;
    }

    boolean isDay(String style) throws IOException {
        return !style.isEmpty() && days.get(number(style));
    }

    /** A whole number that is not negative; none at all is 0, as the standard has it. */
    static int number(String text) throws IOException {
        try {
            return text.isEmpty() ? 0 : Integer.parseUnsignedInt(text.strip()) & Integer.MAX_VALUE;
        } catch (NumberFormatException broken) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
        }
    }
}
