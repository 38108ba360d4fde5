package org.rumbo.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rumbo.team.People;
import org.rumbo.team.Person;
import org.rumbo.team.TeamRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What was changed about people, read from the ledger events about them. */
@Service
@Transactional(readOnly = true)
class TeamHistory implements TeamRecord {
    private static final List<String> PARTS = List.of("person", "represented", "deputy");
    private static final Set<String> ACTIONS =
            Set.of("person.deactivate", "person.reactivate", "person.roles", "deputy.arrange", "deputy.end");

    private final LedgerReader ledger;
    private final Pseudonyms pseudonyms;
    private final People people;

    TeamHistory(LedgerReader ledger, Pseudonyms pseudonyms, People people) {
        this.ledger = ledger;
        this.pseudonyms = pseudonyms;
        this.people = people;
    }

    @Override
    public List<Change> about(UUID person) {
        var own = pseudonyms.find(person);
        if (own.isEmpty()) {
            return List.of();
        }
        var events = ledger.ofInstallation(ACTIONS).stream()
                .filter(event -> parts(event.detail()).containsValue(own.get()))
                .toList();
        var names = names(events);
        return events.stream().map(event -> change(event, names)).toList();
    }

    private Map<String, String> names(List<LedgerEvent> events) {
        var all = new HashSet<String>();
        events.forEach(event -> {
            all.addAll(parts(event.detail()).values());
            if (event.actor() != null) {
                all.add(event.actor());
            }
        });
        var behind = pseudonyms.people(all);
        var known = people.byId(behind.values()).values().stream().collect(Collectors.toMap(Person::id, Person::name));
        var names = new HashMap<String, String>();
        behind.forEach((pseudonym, person) -> {
            var name = known.get(person);
            if (name != null) {
                names.put(pseudonym, name);
            }
        });
        return names;
    }

    private static Change change(LedgerEvent event, Map<String, String> names) {
        var persons = new HashMap<String, String>();
        parts(event.detail()).forEach((part, pseudonym) -> {
            var name = names.get(pseudonym);
            if (name != null) {
                persons.put(part, name);
            }
        });
        var facts = new HashMap<String, String>();
        event.detail().properties().forEach(fact -> {
            if (!PARTS.contains(fact.getKey())) {
                facts.put(fact.getKey(), text(fact.getValue()));
            }
        });
        var by = event.actor() == null ? null : names.get(event.actor());
        return new Change(event.at(), event.action(), by, event.actor() != null && by == null, persons, facts);
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asString();
        }
        var words = new ArrayList<String>();
        value.forEach(word -> words.add(word.asString()));
        return String.join(" ", words);
    }

    private static Map<String, String> parts(JsonNode detail) {
        var parts = new HashMap<String, String>();
        for (var part : PARTS) {
            if (detail.hasNonNull(part)) {
                parts.put(part, detail.path(part).asString());
            }
        }
        return parts;
    }
}
