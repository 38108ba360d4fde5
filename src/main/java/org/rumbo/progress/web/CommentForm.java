package org.rumbo.progress.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;

/** A comment as it was typed. */
record CommentForm(@Nullable String text, @Nullable Visibility visibility) {
    static final CommentForm EMPTY = new CommentForm(null, null);

    private static final int LONG = 8000;

    String words() {
        var input = new InputText();
        var words = input.required("text", text, LONG, "text-required");
        input.check();
        return words;
    }

    Visibility readers() {
        return visibility == null ? Visibility.NETWORK : visibility;
    }
}
