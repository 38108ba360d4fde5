package org.rumbo.shared;

import java.util.List;
import java.util.Map;

/** A named refusal: facts, not sentences. The sentence is chosen where the reader's language is known. */
public class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, ?> facts;
    private final transient List<Violation> violations;

    public DomainException(ProblemType type) {
        this(type, Map.of());
    }

    public DomainException(ProblemType type, Map<String, ?> facts) {
        this(type, facts, List.of());
    }

    private DomainException(ProblemType type, Map<String, ?> facts, List<Violation> violations) {
        super(type.slug() + " " + facts + (violations.isEmpty() ? "" : " " + violations));
        this.type = type;
        this.facts = facts;
        this.violations = violations;
    }

    /** Refuses because of rules that are not met; 422 with one entry per rule. */
    public static DomainException rulesNotMet(List<Violation> violations) {
        return new DomainException(ProblemType.RULES_NOT_MET, Map.of(), List.copyOf(violations));
    }

    public static DomainException ruleNotMet(String field, String rule) {
        return rulesNotMet(List.of(new Violation(field, rule)));
    }

    /** Refuses a value that cannot be read at all; 400 naming the field. */
    public static DomainException malformed(String field) {
        return new DomainException(ProblemType.MALFORMED_REQUEST, Map.of("field", field));
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    public List<Violation> violations() {
        return violations;
    }
}
