package org.rumbo.ledger;

/** Nothing is sealed until somebody has looked after this. */
public final class SealingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SealingProblem problem;

    SealingStopped(SealingProblem.Kind kind, String where) {
        super(new SealingProblem(kind, where).text());
        this.problem = new SealingProblem(kind, where);
    }

    SealingProblem problem() {
        return problem;
    }
}
