package org.rumbo.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.DecisionService;
import org.rumbo.shared.Violation;

/** Asks the table {@code evidence-sufficiency} what a claim still lacks. */
class EvidenceSufficiency {
    static final String DECISION = "EvidenceSufficiency";

    /** All that the table looks at. A fact left out would silence its rules, so all must be given. */
    static final Set<String> FACTS = Set.of(
            "target",
            "move",
            "hasAddressee",
            "hasReading",
            "markers",
            "hasTargetDate",
            "hasTheme",
            "delivered",
            "bestStrength",
            "hasDate",
            "hasStatement",
            "hasContribution",
            "expectUnmet",
            "unmet",
            "level",
            "closeReason",
            "hasSupersededBy");

    private final DecisionService decisions;

    EvidenceSufficiency(DecisionService decisions) {
        this.decisions = decisions;
    }

    List<Violation> violations(Map<String, Object> facts) {
        var missing = new TreeSet<>(FACTS);
        missing.removeAll(facts.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Facts not given: " + missing);
        }
        return decisions.evaluateDecisionTableByKey(DECISION).variables(facts).evaluate().getResultList().stream()
                .map(row -> new Violation(String.valueOf(row.get("field")), String.valueOf(row.get("rule"))))
                .toList();
    }
}
