package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.rumbo.team.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** An item's history, read from its ledger events: all of it for its team, confirmed facts for readers from outside. */
@Service
@Transactional(readOnly = true)
public class History {
    private static final Set<String> OPEN_FACTS = Set.of("overall");
    /** What only a director does, or her deputy. */
    private static final Set<String> ACTS_OF_DIRECTORS = Set.of(
            "claim.confirm",
            "claim.return",
            "claim.disagree",
            "evaluators.assign",
            "evaluation.approve",
            "evaluation.return",
            "evaluation.cancel",
            "item.reopen");

    private final LedgerReader ledger;
    private final RecommendationAccess access;
    private final Pseudonyms pseudonyms;
    private final People people;

    History(LedgerReader ledger, RecommendationAccess access, Pseudonyms pseudonyms, People people) {
        this.ledger = ledger;
        this.access = access;
        this.pseudonyms = pseudonyms;
        this.people = people;
    }

    /** The events of an item that the reader may know of, oldest first. */
    public List<HistoryEntry> of(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var everything = access.permits(actor, Permission.HISTORY_READ, seen);
        if (!everything) {
            access.require(actor, Permission.HISTORY_READ_RELEASED, seen);
        }
        var events = ledger.chain(seen.id(), !everything);
        var texts = everything ? ledger.openings(seen.id()) : Map.<UUID, Map<String, String>>of();
        var names = names(events);
        var entries = new ArrayList<HistoryEntry>();
        for (var event : events) {
            var written =
                    everything ? withErased(event, texts.getOrDefault(event.id(), Map.of())) : Map.<String, String>of();
            entries.add(entry(entries.size() + 1, event, written, names, everything));
        }
        return entries;
    }

    /**
     * In which tree each of these events is sealed, by the size of the first signed one; empty where it is not yet. In the order
     * of {@link #of}.
     */
    public List<Optional<Long>> seals(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var everything = access.permits(actor, Permission.HISTORY_READ, seen);
        if (!everything) {
            access.require(actor, Permission.HISTORY_READ_RELEASED, seen);
        }
        return ledger.sealedIn(seen.id(), !everything);
    }

    /** Whether somebody may take the proofs of the item's events with her. */
    public boolean proves(RecommendationCode code, Actor actor) {
        return access.permits(actor, Permission.LEDGER_BUNDLE, access.see(code, actor));
    }

    /** What was erased is said to be, for whoever would read it otherwise. */
    static Map<String, String> withErased(LedgerEvent event, Map<String, String> texts) {
        var all = new TreeMap<>(texts);
        event.payload().path("opens").propertyNames().forEach(field -> all.putIfAbsent(field, TextErasure.ERASED));
        return all;
    }

    private Map<String, Person> names(List<LedgerEvent> events) {
        var actors = new HashSet<String>();
        events.forEach(event -> {
            if (event.actor() != null) {
                actors.add(event.actor());
            }
            if (event.behalf() != null) {
                actors.add(event.behalf());
            }
        });
        var behind = pseudonyms.people(actors);
        var known = people.byId(behind.values());
        return behind.entrySet().stream()
                .filter(entry -> known.containsKey(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> known.get(entry.getValue())));
    }

    private HistoryEntry entry(
            int seq, LedgerEvent event, Map<String, String> texts, Map<String, Person> names, boolean everything) {
        return new HistoryEntry(
                seq,
                event.at(),
                actor(event, names, everything),
                event.action(),
                text(event.payload().path("from")),
                text(event.payload().path("to")),
                texts.get("reason"),
                everything ? changes(event, texts) : List.of(),
                facts(event, texts, everything),
                behalf(event.behalf(), names, everything));
    }

    /** Codes of the event and, for those who read everything, what was written; from outside only the approved rating. */
    static Map<String, String> facts(LedgerEvent event, Map<String, String> texts, boolean everything) {
        var facts = new HashMap<String, String>();
        for (var detail : event.detail().properties()) {
            if (detail.getValue().isValueNode() && (everything || OPEN_FACTS.contains(detail.getKey()))) {
                facts.put(detail.getKey(), detail.getValue().asString());
            }
        }
        facts.putAll(texts);
        return facts;
    }

    /** Readers from outside learn directors by name, everybody else by the role in which she acted. */
    private String actor(LedgerEvent event, Map<String, Person> names, boolean everything) {
        if (event.actor() == null) {
            return "system";
        }
        var person = names.get(event.actor());
        if (person == null) {
            return "erased";
        }
        if (everything || isDirector(person)) {
            return person.login();
        }
        if (ACTS_OF_DIRECTORS.contains(event.action())) {
            return Role.DIRECTOR.name();
        }
        return event.action().equals("evaluation.rate") || holds(person, Role.EVALUATOR)
                ? Role.EVALUATOR.name()
                : Role.COORDINATOR.name();
    }

    private @Nullable String behalf(@Nullable String pseudonym, Map<String, Person> names, boolean everything) {
        var person = pseudonym == null ? null : names.get(pseudonym);
        return person == null || !(everything || isDirector(person)) ? null : person.login();
    }

    private boolean isDirector(Person person) {
        return holds(person, Role.DIRECTOR);
    }

    /** Her own roles, also where her access has ended: whose deputy she is says nothing about her. */
    private boolean holds(Person person, Role role) {
        return people.ever(person.id())
                .filter(known -> known.herself().has(role))
                .isPresent();
    }

    static List<HistoryEntry.Change> changes(LedgerEvent event, Map<String, String> texts) {
        var changes = new ArrayList<HistoryEntry.Change>();
        event.detail()
                .path("changes")
                .forEach(change -> changes.add(new HistoryEntry.Change(
                        change.path("field").asString(), plain(change.path("old")), plain(change.path("new")))));
        texts.forEach((field, text) -> {
            var before = texts.get(field + "Old");
            if (before != null) {
                changes.add(new HistoryEntry.Change(field, before, text));
            }
        });
        return changes;
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}
