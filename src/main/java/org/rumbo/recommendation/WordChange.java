package org.rumbo.recommendation;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of words that two wordings share, or that one of them has alone; blanks belong to the word before them.
 */
public record WordChange(Kind kind, String text) {
    /** Longer texts are set beside each other as a whole. */
    private static final int MOST = 1_500;

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** What was changed, in reading order: the longest words in common stay. */
    public static List<WordChange> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        if (old.length > MOST || now.length > MOST) {
            return List.of(new WordChange(Kind.REMOVED, before), new WordChange(Kind.ADDED, after));
        }
        var common = common(old, now);
        var changes = new ArrayList<WordChange>();
        var i = 0;
        var j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && same(old[i], now[j])) {
                add(changes, Kind.SAME, now[j++]);
                i++;
            } else if (i < old.length && (j == now.length || common[i + 1][j] >= common[i][j + 1])) {
                add(changes, Kind.REMOVED, old[i++]);
            } else {
                add(changes, Kind.ADDED, now[j++]);
            }
        }
        return changes;
    }

    private static void add(List<WordChange> changes, Kind kind, String word) {
        var last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (last != null && last.kind() == kind) {
            changes.set(changes.size() - 1, new WordChange(kind, last.text() + word));
        } else {
            changes.add(new WordChange(kind, word));
        }
    }

    private static int[][] common(String[] old, String[] now) {
        var common = new int[old.length + 1][now.length + 1];
        for (var i = old.length - 1; i >= 0; i--) {
            for (var j = now.length - 1; j >= 0; j--) {
                common[i][j] =
                        same(old[i], now[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)");
    }
}
