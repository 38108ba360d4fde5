package org.rumbo.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads people for those who look after them: administrators, and auditors. */
@Service
@Transactional(readOnly = true)
public class PeopleQueries {
    private static final String SELECT = """
            select p.id, p.login, p.display_name, p.mail, p.language, p.last_seen_at, p.deactivated_at, p.enabled,
                   b.display_name as deactivated_by_name, r.role, r.country, r.source
            from person p
            left join person b on b.id = p.deactivated_by
            left join person_role r on r.person_id = p.id
            """;

    private final JdbcClient jdbc;
    private final AccessPolicy policy;

    PeopleQueries(JdbcClient jdbc, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** Everybody who ever was here, by name. */
    public List<PersonRow> all(Actor actor) {
        policy.requireSomewhere(actor, Permission.PEOPLE_READ);
        return read(SELECT + " order by lower(p.display_name), p.id, r.country, r.role", null);
    }

    public PersonRow find(UUID person, Actor actor) {
        policy.requireSomewhere(actor, Permission.PEOPLE_READ);
        return read(SELECT + " where p.id = :person order by r.country, r.role", person).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private List<PersonRow> read(String sql, @Nullable UUID person) {
        var rows = new LinkedHashMap<UUID, PersonRow>();
        var statement = jdbc.sql(sql);
        (person == null ? statement : statement.param("person", person)).query(row -> {
            var id = row.getObject("id", UUID.class);
            var known = rows.get(id);
            if (known == null) {
                known = person(id, row);
                rows.put(id, known);
            }
            if (row.getString("role") != null) {
                known.grants().add(Grant.of(row));
            }
        });
        return new ArrayList<>(rows.values());
    }

    private static PersonRow person(UUID id, ResultSet row) throws SQLException {
        var tag = row.getString("language");
        return new PersonRow(
                id,
                row.getString("login"),
                row.getString("display_name"),
                row.getString("mail"),
                tag == null ? null : Language.valueOf(tag.toUpperCase(Locale.ROOT)),
                instant(row, "last_seen_at"),
                instant(row, "deactivated_at"),
                row.getString("deactivated_by_name"),
                row.getBoolean("enabled"),
                new ArrayList<>());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
