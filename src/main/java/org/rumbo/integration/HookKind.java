package org.rumbo.integration;

import java.util.Arrays;
import java.util.Optional;

/** What a web hook can be told of: facts that everybody who pays for the network may know. */
public enum HookKind {
    ITEM_CREATED("item.create", true),
    CLAIM_CONFIRMED("claim.confirm", true),
    EVALUATION_APPROVED("evaluation.approve", true),
    ITEM_REOPENED("item.reopen", true),
    EVIDENCE_RELEASED("evidence.release", true),
    REPORT_PUBLISHED("report.issued", false),
    /** Sent on demand, to see whether anybody answers. */
    TEST("webhook.test", false);

    private static final String PREFIX = "org.rumbo.";

    private final String action;
    private final boolean aboutRecommendation;

    HookKind(String action, boolean aboutRecommendation) {
        this.action = action;
        this.aboutRecommendation = aboutRecommendation;
    }

    /** The act's name in the ledger. */
    public String action() {
        return action;
    }

    /** The type of the event, as receivers know it. */
    public String type() {
        return PREFIX + (aboutRecommendation ? "recommendation." : "") + action;
    }

    /** Whether a receiver says that she wants it. */
    public boolean isChosen() {
        return this != TEST;
    }

    static Optional<HookKind> ofAction(String action) {
        return Arrays.stream(values())
                .filter(kind -> kind.isChosen() && kind.action.equals(action))
                .findFirst();
    }
}
