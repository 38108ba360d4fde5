package org.rumbo.sheet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * What a file says besides its rows.
 *
 * @param product the name and version of what wrote it, for people: {@code Rumbo 1.2.0}
 * @param format the version of the sheets' meaning, for whoever reads the file again
 * @param writtenAt when it was downloaded
 * @param language of labels, words and read-me
 * @param title of the workbook as a whole, in that language
 * @param readMe the first sheet's lines; empty for none. The first is its heading
 * @param readMeLabel what that sheet's tab says
 * @param problemsLabel the head of the column of problems; null for a file that has none
 */
public record WorkbookFrame(
        String product,
        int format,
        Instant writtenAt,
        Language language,
        String title,
        List<String> readMe,
        String readMeLabel,
        @Nullable String problemsLabel) {
    public WorkbookFrame {
        readMe = List.copyOf(readMe);
    }

    /** The same for a corrected file: with a column of problems under that head. */
    public WorkbookFrame correcting(String label) {
        return new WorkbookFrame(product, format, writtenAt, language, title, readMe, readMeLabel, label);
    }
}
