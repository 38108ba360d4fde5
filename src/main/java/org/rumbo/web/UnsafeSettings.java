package org.rumbo.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting with which Rumbo does not start; the message names it. */
class UnsafeSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeSettings(String message) {
        super(message);
    }

    /** Prints the message alone: whoever starts Rumbo needs the sentence, not the stack. */
    static class Analyzer extends AbstractFailureAnalyzer<UnsafeSettings> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UnsafeSettings cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()), "Correct the setting and start again.", cause);
        }
    }
}
