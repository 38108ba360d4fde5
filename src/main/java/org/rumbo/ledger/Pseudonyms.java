package org.rumbo.ledger;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The random names under which people stand in the ledger; deleting a row here makes its events nobody's. */
@Component
class Pseudonyms {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    Pseudonyms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person's pseudonym, made at her first act. */
    String of(UUID person) {
        return find(person).orElseGet(() -> {
            var pseudonym = "p_"
                    + random.ints(LENGTH, 0, ALPHABET.length())
                            .mapToObj(ALPHABET::charAt)
                            .map(String::valueOf)
                            .collect(Collectors.joining());
            jdbc.sql("insert into ledger_pseudonym (person_id, pseudonym) values (?, ?)")
                    .params(person, pseudonym)
                    .update();
            return pseudonym;
        });
    }

    Optional<String> find(UUID person) {
        return jdbc.sql("select pseudonym from ledger_pseudonym where person_id = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** Under which names these people stand in the ledger; whoever never acted has none. */
    List<String> of(Set<UUID> persons) {
        return jdbc.sql("select pseudonym from ledger_pseudonym where person_id in (:persons)")
                .param("persons", List.copyOf(persons))
                .query(String.class)
                .list();
    }

    /** The people behind pseudonyms; erased ones are missing. */
    Map<String, UUID> people(Collection<String> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select pseudonym, person_id from ledger_pseudonym where pseudonym in (:all)")
                .param("all", List.copyOf(pseudonyms))
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
