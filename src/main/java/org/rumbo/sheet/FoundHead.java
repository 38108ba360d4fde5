package org.rumbo.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a sheet, told at its end.
 *
 * @param sheet its name in the file
 * @param layout the key of the layout that it follows; null where it is none of ours
 * @param known the keys of the columns that it has
 * @param unknown the headings that name no column, by their place counted from 1
 * @param samples what stands first below these
 */
public record FoundHead(
        String sheet,
        @Nullable String layout,
        List<String> known,
        Map<Integer, String> unknown,
        Map<Integer, String> samples) {
    public FoundHead {
        known = List.copyOf(known);
        unknown = new TreeMap<>(unknown);
        samples = new TreeMap<>(samples);
    }
}
