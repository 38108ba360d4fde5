package org.rumbo.evaluation;

/** The overall rating as the decision table gives it. */
public interface OverallRating {
    /**
     * @param sum of the assessed criteria's scores
     * @param count of the assessed criteria
     * @param worstDecisive the worst score of effectiveness, sustainability and, where assessed, impact
     * @return 1 very successful to 6 completely unsuccessful
     */
    int of(int sum, int count, int worstDecisive);
}
