package org.rumbo.progress;

import java.util.Map;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.RecommendationFact;

/** What becomes of the indicators of an item. */
public sealed interface IndicatorEvent extends RecommendationFact {

    record IndicatorAdded(About about, Map<String, ?> detail, Map<String, String> texts) implements IndicatorEvent {
        @Override
        public String action() {
            return "indicator.add";
        }
    }

    record IndicatorChanged(About about, Map<String, ?> detail, Map<String, String> texts) implements IndicatorEvent {
        @Override
        public String action() {
            return "indicator.change";
        }
    }

    record ValueRecorded(About about, Map<String, ?> detail, Map<String, String> texts) implements IndicatorEvent {
        @Override
        public String action() {
            return "indicator.value";
        }
    }

    /** A value was wrong; it stays in the indicator's past. */
    record ValueCorrected(About about, Map<String, ?> detail, Map<String, String> texts) implements IndicatorEvent {
        @Override
        public String action() {
            return "indicator.correct";
        }
    }
}
