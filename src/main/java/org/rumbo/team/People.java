package org.rumbo.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rumbo.shared.Language;
import org.rumbo.team.TeamEvent.RolesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everybody whom the directory named or who ever signed in: the lasting identity behind a login, one per issuer and subject,
 * and what the directory said of her last. Nobody is ever removed; whoever left has no roles any more.
 */
@Component
public class People {
    private final JdbcClient jdbc;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    People(JdbcClient jdbc, Actors actors, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes over what the directory says of one person, and tells who she is here. */
    public UUID enter(DirectoryEntry entry) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> take(entry)));
        } catch (DuplicateKeyException meanwhile) {
            // Another request, or another node, met her in the same moment: now she is known.
            return Objects.requireNonNull(transaction.execute(status -> take(entry)));
        }
    }

    private UUID take(DirectoryEntry entry) {
        var id = find(entry.issuer(), entry.subject()).orElseGet(() -> insert(entry));
        jdbc.sql("update person set login = ?, display_name = ?, mail = ?, language = ?, enabled = ? where id = ?")
                .params(Arrays.asList(
                        entry.login(),
                        entry.name(),
                        entry.mail(),
                        entry.language() == null ? null : entry.language().tag(),
                        entry.enabled(),
                        id))
                .update();
        grant(id, entry.grants());
        actors.changed();
        return id;
    }

    /**
     * Who somebody is here, known or new; whoever is new has no roles yet. For what somebody shows who may have got it a while
     * ago: it says who she is, but what she may do is the directory's to say.
     */
    public UUID acquaint(DirectoryEntry entry) {
        try {
            return find(entry.issuer(), entry.subject()).orElseGet(() -> insert(entry));
        } catch (DuplicateKeyException meanwhile) {
            return find(entry.issuer(), entry.subject()).orElseThrow();
        }
    }

    private UUID insert(DirectoryEntry entry) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into person (id, issuer, subject, login, display_name) values (?, ?, ?, ?, ?)")
                .params(id, entry.issuer(), entry.subject(), entry.login(), entry.name())
                .update();
        return id;
    }

    private void grant(UUID person, List<Grant> grants) {
        var change = RolesChanged.of(person, grantsOf(person), grants, null);
        jdbc.sql("delete from person_role where person_id = ?").param(person).update();
        for (var grant : grants) {
            jdbc.sql("insert into person_role (person_id, role, country, source) values (?, ?, ?, ?)")
                    .params(
                            person,
                            grant.role().name(),
                            grant.country() == null ? "" : grant.country().iso2(),
                            grant.source())
                    .update();
        }
        if (change.isOne()) {
            events.publishEvent(change);
        }
    }

    /** The roles that somebody holds herself, with what gives them to her. */
    public List<Grant> grantsOf(UUID person) {
        return jdbc.sql("select role, country, source from person_role where person_id = ? order by country, role")
                .param(person)
                .query((row, number) -> Grant.of(row))
                .list();
    }

    /** Whether somebody was here and has no access any more, for an administrator or the directory ended it. */
    public boolean hasEnded(UUID person) {
        return jdbc.sql("select count(*) from person where id = ? and (deactivated_at is not null or not enabled)")
                        .param(person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Who signs in under a login, also where her access has ended: whoever has access comes first. */
    public Optional<Person> holderOf(String login) {
        return jdbc.sql("select id, login, display_name from person where login = ? order by"
                        + " case when enabled and deactivated_at is null then 0 else 1 end, id fetch first 1 rows only")
                .param(login)
                .query(People::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("login"), row.getString("display_name"));
    }

    /** Takes over what a directory that decides roles says of everybody; whom it does not name any more has no access. */
    public void follow(String issuer, List<DirectoryEntry> everybody) {
        var known = actors.entries(issuer);
        var named = new HashSet<String>();
        for (var entry : everybody) {
            named.add(entry.subject());
            if (!entry.equals(known.get(entry.subject()))) {
                enter(entry);
            }
        }
        known.values().stream()
                .filter(entry -> entry.enabled() && !named.contains(entry.subject()))
                .forEach(gone -> leave(gone.issuer(), gone.subject()));
    }

    private void leave(String issuer, String subject) {
        transaction.executeWithoutResult(status -> find(issuer, subject).ifPresent(id -> {
            jdbc.sql("update person set enabled = false where id = ?").param(id).update();
            grant(id, List.of());
            actors.changed();
        }));
    }

    /** The lasting identity of somebody who has been here before. */
    public Optional<UUID> find(String issuer, String subject) {
        return jdbc.sql("select id from person where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional();
    }

    /** Somebody with the roles that she has at this moment; empty where she has no access. */
    public Optional<Actor> actor(UUID person) {
        return actors.byId(person);
    }

    /** The same with these roles instead of her own that are kept here; empty as well where she has no access. */
    public Optional<Actor> actor(UUID person, List<Grant> grants) {
        return actors.byId(person, grants);
    }

    /** Who holds a login now; empty where nobody with access does. As of some seconds ago. */
    public Optional<Actor> byLogin(String login) {
        return actors.all().stream()
                .filter(actor -> actor.login().equals(login))
                .findFirst();
    }

    /** Everybody who has access, by login. As of some seconds ago. */
    public List<Actor> all() {
        return actors.all();
    }

    /** Somebody with the roles that she has or had last, also where her access has ended. As of some seconds ago. */
    public Optional<Actor> ever(UUID person) {
        return Optional.ofNullable(actors.everybody().get(person));
    }

    /** How the holder of a login is called, also one who has left. */
    public String nameOf(String login) {
        return actors.names().getOrDefault(login, login);
    }

    /** The language that she wants, else the one that the directory knows of her; empty where neither is known. */
    public Optional<Language> languageOf(UUID person) {
        return Optional.ofNullable(actors.preferences().get(person))
                .map(Preferences::language)
                .or(() -> Optional.ofNullable(actors.languages().get(person)));
    }

    /** Who they are, in one statement; whoever was erased is missing. */
    public Map<UUID, Person> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, login, display_name from person where id in (:ids)")
                .param("ids", List.copyOf(ids))
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, person -> person));
    }
}
