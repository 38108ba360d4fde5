package org.rumbo.recommendation;

/** Says what visitors may see; whoever publishes reports knows it. */
public interface PublicItems {
    /** Whether the newest report for everybody tells of it; where nothing is shown to visitors, nothing is. */
    boolean shows(RecommendationCode code);
}
