package org.rumbo.exchange;

import java.util.Arrays;
import java.util.Optional;

/** A column that is known: of which kind of sheet, and which of its fields. Written {@code recommendations.title}. */
public record ColumnMeaning(SheetKind kind, String field) {
    /** What such a name means; none where there is no such kind. */
    public static Optional<ColumnMeaning> of(String written) {
        var dot = written.indexOf('.');
        return Arrays.stream(SheetKind.values())
                .filter(kind -> dot > 0 && kind.key().equals(written.substring(0, dot)))
                .findFirst()
                .map(kind -> new ColumnMeaning(kind, written.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return kind.key() + "." + field;
    }
}
