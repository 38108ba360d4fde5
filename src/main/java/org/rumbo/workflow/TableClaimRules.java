package org.rumbo.workflow;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.ClaimRules;
import org.rumbo.shared.Violation;
import org.springframework.stereotype.Component;

/** Asks the decision table whether a claim brings what its target needs. */
@Component
class TableClaimRules implements ClaimRules {
    private static final String NONE = "NONE";

    private final EvidenceSufficiency table;

    TableClaimRules(EvidenceSufficiency table) {
        this.table = table;
    }

    @Override
    public List<Violation> violations(Facts facts) {
        var inputs = new HashMap<String, Object>();
        inputs.put("target", facts.target().name());
        inputs.put("move", facts.move().name());
        inputs.put("hasAddressee", facts.hasAddressee());
        inputs.put("hasReading", facts.hasReading());
        inputs.put("markers", facts.markers());
        inputs.put("unmet", facts.unmet());
        inputs.put("expectUnmet", facts.expectUnmet());
        inputs.put("hasTargetDate", facts.hasTargetDate());
        inputs.put("hasTheme", facts.hasTheme());
        inputs.put("delivered", facts.delivered());
        inputs.put("bestStrength", name(facts.bestStrength()));
        inputs.put("hasDate", facts.hasDate());
        inputs.put("hasStatement", facts.hasStatement());
        inputs.put("hasContribution", facts.hasContribution());
        inputs.put("level", name(facts.level()));
        inputs.put("closeReason", name(facts.closeReason()));
        inputs.put("hasSupersededBy", facts.hasSupersededBy());
        return table.violations(inputs);
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? NONE : value.name();
    }
}
