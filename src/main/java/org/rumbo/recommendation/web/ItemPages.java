package org.rumbo.recommendation.web;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationRoute;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads a recommendation for its page and for the forms about it. */
@Component
class ItemPages {
    private final RecommendationReader reader;
    private final RecommendationRoute route;
    private final RelatedLinks related;
    private final Citations citations;
    private final PaperWords papers;
    private final RecommendationAccess access;
    private final PersonNames names;
    private final NetworkDays days;

    ItemPages(
            RecommendationReader reader,
            RecommendationRoute route,
            RelatedLinks related,
            Citations citations,
            PaperWords papers,
            RecommendationAccess access,
            PersonNames names,
            NetworkDays days) {
        this.reader = reader;
        this.route = route;
        this.related = related;
        this.citations = citations;
        this.papers = papers;
        this.access = access;
        this.names = names;
        this.days = days;
    }

    ItemPage page(RecommendationCode code, Actor actor) {
        var view = reader.read(code, actor);
        var full = view instanceof RecommendationView.Full seen ? seen : null;
        var facts = view.facts();
        var language = Language.of(LocaleContextHolder.getLocale()).tag();
        return new ItemPage(
                facts,
                facts.titleIn(language),
                facts.titles().containsKey(language) ? null : facts.language(),
                facts.summaryIn(language),
                facts.summaries().containsKey(language) ? null : facts.language(),
                citation(facts),
                facts.source() == null ? null : papers.of(code).orElse(null),
                RouteLine.of(facts, route.of(code, actor), new RouteWitness(names, facts.origin(), full != null), days),
                view.unverifiedSince(),
                full,
                full == null ? null : names.of(full.owner()),
                full == null ? null : NextStepCard.of(full, days),
                claim(full),
                view.evidence().stream()
                        .map(document -> EvidenceLine.of(document, view, names, days))
                        .toList(),
                related.of(view.links(), actor, language),
                Set.copyOf(view.actions()),
                sections(code, view, actor));
    }

    /** The page of an item on which the reader is about to act; who cannot act now is refused before she writes anything. */
    ItemPage forAction(RecommendationCode code, Actor actor, Permission permission, String action) {
        access.require(actor, permission, access.see(code, actor));
        var page = page(code, actor);
        if (page.full() == null) {
            throw new DomainException(ProblemType.NOT_PERMITTED);
        }
        if (!page.actions().contains(action)) {
            throw new DomainException(page.claim() == null ? ProblemType.WRONG_STATE : ProblemType.FROZEN);
        }
        return page;
    }

    private @Nullable ClaimSummary claim(RecommendationView.@Nullable Full full) {
        return full == null || full.claim() == null
                ? null
                : ClaimSummary.of(full.claim(), full.evidence(), names, days);
    }

    private Citations.@Nullable Citation citation(RecommendationView.Facts facts) {
        var source = facts.source();
        return source == null ? null : citations.of(source).orElse(null);
    }

    private Set<String> sections(RecommendationCode code, RecommendationView view, Actor actor) {
        var seen = access.see(code, actor);
        var full = view instanceof RecommendationView.Full;
        var sections = new HashSet<String>();
        if (full || view.facts().state() != State.PROPOSED) {
            sections.add("progress");
        }
        if (seen.reading().compareTo(Reading.NETWORK) >= 0) {
            sections.add("team-actions");
            sections.add("indicators");
            sections.add("context");
        }
        if (full || view.actions().contains("comment")) {
            sections.add("comments");
        }
        if (view.facts().state() == State.EVALUATED || (full && view.facts().state() == State.IMPLEMENTED)) {
            sections.add("evaluation");
        }
        if (full && access.permits(actor, Permission.TRANSLATION_EDIT, seen)) {
            sections.add("translations");
        }
        if (access.permits(actor, Permission.PROCESS_READ, seen)) {
            sections.add("process");
        }
        if (access.permits(actor, Permission.HISTORY_READ, seen)) {
            sections.add("reminders");
        }
        if (access.permits(actor, Permission.HISTORY_READ, seen)
                || access.permits(actor, Permission.HISTORY_READ_RELEASED, seen)) {
            sections.add("history");
        }
        return sections;
    }
}
