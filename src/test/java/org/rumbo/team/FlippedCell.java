package org.rumbo.team;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The access policy as it is, but for one cell that a test may put in the place of another: tests must notice. */
public class FlippedCell extends AccessPolicy {
    private record Cell(Permission permission, String column, AccessRule rule) {}

    private volatile @Nullable Cell flipped;

    /** Lets a cell read otherwise, in the words of {@code config/access.csv}, until {@link #restore()}. */
    public void put(Permission permission, String column, String words) {
        flipped = new Cell(permission, column, AccessRule.parse(words));
    }

    public void restore() {
        flipped = null;
    }

    @Override
    AccessRule rule(Permission permission, String column) {
        var cell = flipped;
        return cell != null && cell.permission() == permission && Objects.equals(cell.column(), column)
                ? cell.rule()
                : super.rule(permission, column);
    }
}
