package org.rumbo.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rumbo.progress.ActionPlan;
import org.rumbo.recommendation.RecommendationBlocks;
import org.rumbo.recommendation.RecommendationBlocks.Told;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what stands there now, many recommendations at a time. */
@Component
class Presence {
    private final RecommendationBlocks blocks;
    private final ActionPlan plan;
    private final AccessPolicy policy;

    Presence(RecommendationBlocks blocks, ActionPlan plan, AccessPolicy policy) {
        this.blocks = blocks;
        this.plan = plan;
        this.policy = policy;
    }

    /** Those which the actor may change by a sheet; others are missing, like those that do not exist. */
    @Transactional(readOnly = true)
    public Map<String, Present> changeable(Collection<String> codes, Actor actor) {
        var found = blocks.byCode(codes, actor).values().stream()
                .filter(Told::full)
                .filter(told -> policy.permits(
                        actor,
                        Permission.SHEET_IMPORT,
                        AccessTarget.country(told.seen().country())))
                .toList();
        return with(found);
    }

    Map<String, Present> with(List<Told> items) {
        var actions = plan.actionsOf(items.stream().map(Told::seen).toList());
        var present = new LinkedHashMap<String, Present>();
        items.forEach(told -> present.put(
                told.facts().code(),
                new Present(told, actions.getOrDefault(told.seen().id(), List.of()))));
        return present;
    }
}
