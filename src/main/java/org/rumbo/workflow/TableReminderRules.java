package org.rumbo.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.rumbo.recommendation.ReminderRules;

/** Asks the table {@code reminder-ladder} which reminders have their time. */
class TableReminderRules implements ReminderRules {
    static final String DECISION = "ReminderLadder";
    static final String DIRECTORS = "DIRECTORS";

    private final DecisionService decisions;

    TableReminderRules(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Rung> due(long daysLate) {
        return decisions
                .evaluateDecisionTableByKey(DECISION)
                .variables(Map.of("daysLate", Math.toIntExact(daysLate)))
                .evaluate()
                .getResultList()
                .stream()
                .map(row -> new Rung(String.valueOf(row.get("rung")), DIRECTORS.equals(row.get("to"))))
                .toList();
    }
}
