package org.rumbo.access;

import java.util.Set;
import org.rumbo.recommendation.State;
import org.rumbo.team.ExpectedAccess;

/**
 * A recommendation that everybody tries her rights on.
 *
 * @param assigned whether {@code evaluator.a} is one of its evaluators
 * @param marker one of its markers
 * @param evidence a document that its coordinator added
 * @param witness a word of its released title, in no other text
 * @param planted in which kinds of text it holds words that not everybody may read
 */
record Item(
        String code,
        String country,
        State state,
        boolean ofPaper,
        boolean assigned,
        String marker,
        String evidence,
        String witness,
        Set<Planted> planted) {

    enum Planted {
        EVIDENCE,
        COMMENTS,
        NOTES,
        ACTIONS,
        INDICATORS
    }

    boolean isAssigned(Callers.Caller caller) {
        return assigned && "evaluator.a".equals(caller.login());
    }

    ExpectedAccess.Case asked(String row, Callers.Caller caller) {
        return new ExpectedAccess.Case(row, caller.column(), state.letter(), isAssigned(caller), ofPaper);
    }

    @Override
    public String toString() {
        return state + (ofPaper ? " of a paper" : "") + (assigned ? " with evaluators" : "");
    }
}
