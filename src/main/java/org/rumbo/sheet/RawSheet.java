package org.rumbo.sheet;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a sheet as the file has them. */
interface RawSheet {
    /**
     * @param number counted from 1
     * @param cells those with content, in the file's order
     */
    void row(int number, boolean hidden, List<RawCell> cells) throws IOException;
}
