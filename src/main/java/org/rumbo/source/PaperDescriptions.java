package org.rumbo.source;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets directors correct what a paper tells of itself, and its key, before anything is made of it. */
@Service
@Transactional
public class PaperDescriptions {
    private final ImportRows rows;
    private final KnownPapers papers;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperDescriptions(
            ImportRows rows, KnownPapers papers, AccessPolicy policy, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /** Puts it in the place of what was read; a key can be changed while no passage is decided, as codes begin with it. */
    public void describe(UUID id, Supplier<PaperDescription.Typed> typed, Actor actor) {
        policy.require(actor, Permission.PAPER_ACCEPT, AccessTarget.NETWORK);
        var paper = rows.lock(id);
        if (paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE, Map.of("state", paper.state()));
        }
        var description = typed.get().read(paper.facts());
        var key = paper.paper();
        if (description.key() != null && !description.key().equals(key)) {
            requireFree(paper, description.key());
            key = description.key();
        }
        if (key.equals(paper.paper()) && description.facts().equals(paper.facts())) {
            return;
        }
        rows.describe(id, key, description.facts(), actor.id(), clock.instant());
        events.publishEvent(new PaperEvent.PaperDescribed(id, actor.id(), key, texts(description.facts())));
    }

    private void requireFree(PaperImport paper, String key) {
        if (papers.isKnown(paper.paper())) {
            throw DomainException.ruleNotMet("key", "paper-key-known");
        }
        if (papers.isTaken(key)) {
            throw DomainException.ruleNotMet("key", "paper-key-taken");
        }
        if (rows.decided(paper.id()) > 0) {
            throw DomainException.ruleNotMet("key", "paper-key-decided");
        }
    }

    private static Map<String, String> texts(PaperFacts facts) {
        var texts = new LinkedHashMap<String, String>();
        put(texts, "title", facts.title());
        put(texts, "publishers", PaperFacts.joined(facts.publishers()));
        put(texts, "editors", PaperFacts.joined(facts.editors()));
        put(texts, "address", facts.address());
        return texts;
    }

    private static void put(Map<String, String> texts, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            texts.put(field, value);
        }
    }
}
