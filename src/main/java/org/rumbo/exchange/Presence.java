package org.rumbo.exchange;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.IndicatorView;
import org.rumbo.progress.Measuring;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.EvidenceView;
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
    private static final Map<UUID, List<TeamActionView>> NO_ACTIONS = Map.of();
    private static final Map<UUID, List<IndicatorView>> NO_INDICATORS = Map.of();
    private static final Map<UUID, List<EvidenceView>> NO_DOCUMENTS = Map.of();

    private final RecommendationBlocks blocks;
    private final ActionPlan plan;
    private final Measuring measuring;
    private final AccessPolicy policy;
    private final EntityManager entities;

    Presence(
            RecommendationBlocks blocks,
            ActionPlan plan,
            Measuring measuring,
            AccessPolicy policy,
            EntityManager entities) {
        this.blocks = blocks;
        this.plan = plan;
        this.measuring = measuring;
        this.policy = policy;
        this.entities = entities;
    }

    /**
     * Those which the actor may change by a sheet; others are missing, like those that do not exist.
     *
     * @param kinds whose rows are needed
     */
    @Transactional(readOnly = true)
    public Map<String, Present> changeable(Collection<String> codes, Set<SheetKind> kinds, Actor actor) {
        var found = blocks.byCode(codes, actor).values().stream()
                .filter(Told::full)
                .filter(told -> policy.permits(
                        actor,
                        Permission.SHEET_IMPORT,
                        AccessTarget.country(told.seen().country())))
                .toList();
        return with(found, kinds, actor);
    }

    @Transactional(readOnly = true)
    public Map<String, Present> with(Collection<Told> items, Set<SheetKind> kinds, Actor actor) {
        var seen = items.stream().map(Told::seen).toList();
        var actions = kinds.contains(SheetKind.ACTIONS) ? plan.actionsOf(seen) : NO_ACTIONS;
        var indicators = kinds.contains(SheetKind.VALUES) ? measuring.indicatorsOf(seen) : NO_INDICATORS;
        var documents = kinds.contains(SheetKind.EVIDENCE) ? blocks.documentsOf(seen, actor) : NO_DOCUMENTS;
        var present = new LinkedHashMap<String, Present>();
        items.forEach(told -> {
            var id = told.seen().id();
            present.put(
                    told.facts().code(),
                    new Present(
                            told,
                            actions.getOrDefault(id, List.of()),
                            indicators.getOrDefault(id, List.of()),
                            documents.getOrDefault(id, List.of())));
        });
        return present;
    }

    /** Nothing that was looked up is kept: what is compared row by row would otherwise pile up until the end of the file. */
    void letGo() {
        entities.clear();
    }
}
