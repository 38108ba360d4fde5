package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Expected;

/** The version of a recommendation that a form was drawn from, as the form carries it. */
final class Tags {
    private Tags() {}

    static Expected expected(@Nullable String tag) {
        return tag == null || tag.isBlank() ? Expected.ANY : Expected.ofVersion(tag);
    }
}
