package org.rumbo.recommendation.web;

import java.util.Map;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.RefusalContext;
import org.rumbo.team.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells whoever asked for a step in the wrong state where the item stands and what can be done instead. */
@Component
class WhatNow implements RefusalContext {
    private final RecommendationReader reader;
    private final CurrentActor current;

    WhatNow(RecommendationReader reader, CurrentActor current) {
        this.reader = reader;
        this.current = current;
    }

    @Override
    public Map<String, ?> of(DomainException refused, Map<String, String> pathVariables) {
        var code = pathVariables.get("code");
        var actor = current.get();
        if (refused.type().status() != HttpStatus.CONFLICT.value() || code == null || actor == null) {
            return Map.of();
        }
        try {
            var view = reader.read(new RecommendationCode(code), actor);
            return Map.of("state", view.facts().state(), "actions", view.actions());
        } catch (DomainException goneMeanwhile) {
            return Map.of();
        }
    }
}
