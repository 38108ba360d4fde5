package org.rumbo.notification;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices, in the transaction of what they tell of: one row per person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeWriter {
    private static final String INSERT =
            "insert into notice (id, recipient, occasion, kind, recommendation_id, subject, by_person, behalf, word, own,"
                    + " least, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Recipients recipients;
    private final JdbcTemplate jdbc;

    NoticeWriter(Recipients recipients, JdbcTemplate jdbc) {
        this.recipients = recipients;
        this.jdbc = jdbc;
    }

    /** Tells followers, and those whose own thing it is about. */
    void tell(Occasion occasion, Set<UUID> owners) {
        tell(occasion, owners, Set.of());
    }

    /**
     * Tells followers, and whom else it concerns.
     *
     * @param owners about whose own thing it is
     */
    void tell(Occasion occasion, Set<UUID> owners, Set<UUID> others) {
        var about = occasion.about();
        var behalf = recipients
                .behalf(occasion.by(), about == null ? null : about.country())
                .orElse(null);
        var concerned = new HashSet<>(owners);
        concerned.addAll(others);
        if (behalf != null) {
            concerned.add(behalf);
        }
        write(
                occasion,
                about == null ? recipients.of(occasion, concerned) : recipients.of(occasion, about, concerned),
                owners,
                behalf);
    }

    /** Tells these and no follower: it is for them to do something. */
    void tellOnly(Occasion occasion, Set<UUID> persons) {
        var about = Objects.requireNonNull(occasion.about());
        var behalf = recipients.behalf(occasion.by(), about.country()).orElse(null);
        write(
                occasion,
                recipients.of(occasion, about, persons).stream()
                        .filter(persons::contains)
                        .toList(),
                persons,
                behalf);
    }

    /** Tells one person of something about herself. */
    void tellPerson(Occasion occasion, UUID person, boolean own) {
        write(
                occasion,
                recipients.of(occasion, Set.of(person)),
                own ? Set.of(person) : Set.of(),
                recipients.behalf(occasion.by(), null).orElse(null));
    }

    /** Tells the mentioned that they are, and followers that somebody commented. */
    void tellOfComment(Occasion comment, Set<UUID> mentioned, boolean followersToo) {
        var about = Objects.requireNonNull(comment.about());
        var behalf = recipients.behalf(comment.by(), about.country()).orElse(null);
        var mention = comment.as(NoticeKind.MENTIONED);
        var told = recipients.of(mention, about, mentioned).stream()
                .filter(mentioned::contains)
                .toList();
        write(mention, told, mentioned, behalf);
        if (followersToo) {
            var others = recipients.of(comment, about, behalf == null ? Set.of() : Set.of(behalf)).stream()
                    .filter(person -> !mentioned.contains(person))
                    .toList();
            write(comment, others, Set.of(), behalf);
        }
    }

    private void write(Occasion occasion, Collection<UUID> persons, Set<UUID> owners, @Nullable UUID behalf) {
        if (persons.isEmpty()) {
            return;
        }
        var id = UUID.randomUUID();
        var about = occasion.about();
        List<Object[]> rows = persons.stream()
                .map(person -> new Object[] {
                    UUID.randomUUID(),
                    person,
                    id,
                    occasion.kind().name(),
                    about == null ? null : about.recommendation(),
                    occasion.subject(),
                    occasion.by(),
                    behalf,
                    occasion.word(),
                    owners.contains(person),
                    occasion.least().name(),
                    Timestamp.from(occasion.at())
                })
                .toList();
        jdbc.batchUpdate(INSERT, rows);
    }
}
