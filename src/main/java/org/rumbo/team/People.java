package org.rumbo.team;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who ever signed in: the lasting identity behind a login, one per issuer and subject. */
@Component
public class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lasting identity of a subject; made on first sight, name and login follow the directory. */
    @Transactional
    public UUID known(String issuer, String subject, String login, String name) {
        var known = find(issuer, subject);
        if (known.isEmpty()) {
            var id = UUID.randomUUID();
            jdbc.sql("insert into person (id, issuer, subject, login, display_name) values (?, ?, ?, ?, ?)")
                    .params(id, issuer, subject, login, name)
                    .update();
            return id;
        }
        jdbc.sql("update person set login = ?, display_name = ? where id = ? and (login <> ? or display_name <> ?)")
                .params(login, name, known.get(0), login, name)
                .update();
        return known.get(0);
    }

    private List<UUID> find(String issuer, String subject) {
        return jdbc.sql("select id from person where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .list();
    }

    /** Who they are, in one statement; whoever was erased is missing. */
    public Map<UUID, Person> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, login, display_name from person where id in (:ids)")
                .param("ids", List.copyOf(ids))
                .query((row, number) -> new Person(
                        row.getObject("id", UUID.class), row.getString("login"), row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, person -> person));
    }
}
