package org.rumbo.progress.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ContextOutcome;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;

/** What a team says of an item in the light of an event, as it was typed. */
record ContextAnswer(
        @Nullable ContextOutcome outcome, @Nullable String sentence) {
    private static final int LONGEST = 1000;

    ContextOutcome chosen() {
        if (outcome == null) {
            throw DomainException.ruleNotMet("outcome", "context-outcome-required");
        }
        return outcome;
    }

    String words() {
        var input = new InputText();
        var words = input.required("sentence", sentence, LONGEST, "sentence-required");
        input.check();
        return words;
    }
}
