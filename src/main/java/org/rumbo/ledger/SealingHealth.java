package org.rumbo.ledger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whoever watches Rumbo's health sees that nothing is sealed; whether a node is alive and ready does not depend on it. */
@Component
class SealingHealth implements HealthIndicator {
    private final Sealing sealing;

    SealingHealth(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Health health() {
        return sealing.problem()
                .map(problem -> Health.outOfService()
                        .withDetail("problem", problem.kind().name())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
