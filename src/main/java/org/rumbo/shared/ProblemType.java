package org.rumbo.shared;

/**
 * Every reason for which Rumbo refuses a request. The slug is a published contract (the last part of a problem's
 * {@code type}, RFC 9457); the sentence for readers stands in {@code messages/problems} under {@code problem.<slug>}.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400),
    UNKNOWN_PARAMETER("unknown-parameter", 400),
    NOT_SIGNED_IN("not-signed-in", 401),
    SESSION_ENDED("session-ended", 401),
    NOT_PERMITTED("not-permitted", 403),
    ACCESS_ENDED("access-ended", 403),
    OWN_ACCESS("own-access", 403),
    FORM_EXPIRED("form-expired", 403),
    OWN_CLAIM("own-claim", 403),
    OWN_EVIDENCE("own-evidence", 403),
    OWN_RATING("own-rating", 403),
    OWN_SUBMISSION("own-submission", 403),
    OWN_ERASURE("own-erasure", 403),
    EVALUATOR_INVOLVED("evaluator-involved", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    TOO_SLOW("too-slow", 408),
    WRONG_STATE("wrong-state", 409),
    TRANSITION_NOT_ALLOWED("transition-not-allowed", 409),
    CLAIM_OPEN("claim-open", 409),
    NO_CLAIM_UNDER_REVIEW("no-claim-under-review", 409),
    NO_OPEN_CLAIM("no-open-claim", 409),
    FROZEN("frozen-under-review", 409),
    EVALUATION_OPEN("evaluation-open", 409),
    NO_OPEN_EVALUATION("no-open-evaluation", 409),
    RATINGS_MISSING("ratings-missing", 409),
    RATINGS_COMPLETE("ratings-complete", 409),
    CHANGED_MEANWHILE("changed-meanwhile", 409),
    STILL_RUNNING("still-running", 409),
    UNDO_OVER("undo-over", 409),
    FILE_IN_QUARANTINE("file-in-quarantine", 409),
    FILE_INFECTED("file-infected", 409),
    NO_LINK("no-link", 409),
    TEXT_IN_USE("text-in-use", 409),
    ROUND_OPEN("round-open", 409),
    ROUND_CLOSED("round-closed", 409),
    IMPORT_OPEN("import-open", 409),
    VERSION_MISMATCH("version-mismatch", 412),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    RULES_NOT_MET("rules-not-met", 422),
    FORM_ALREADY_SENT("form-already-sent", 422),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    VERSION_REQUIRED("version-required", 428),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503),
    FILE_STORE_AWAY("file-store-away", 503),
    FILE_NOT_STORED("file-not-stored", 507);

    private final String slug;
    private final int status;

    ProblemType(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status that goes with this refusal. */
    public int status() {
        return status;
    }
}
