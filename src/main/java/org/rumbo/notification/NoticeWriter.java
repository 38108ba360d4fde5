package org.rumbo.notification;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices and the mails that tell of them at once, in the transaction of what they tell of: one row per person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeWriter {
    private static final String INSERT =
            "insert into notice (id, recipient, occasion, kind, recommendation_id, subject, by_person, behalf, word, own,"
                    + " least, made_at, in_app, in_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Recipients recipients;
    private final Outbox outbox;
    private final JdbcTemplate jdbc;

    NoticeWriter(Recipients recipients, Outbox outbox, JdbcTemplate jdbc) {
        this.recipients = recipients;
        this.outbox = outbox;
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
                concerned,
                behalf);
    }

    /** Tells these and no follower: it is for them to do something. */
    void tellOnly(Occasion occasion, Set<UUID> persons) {
        tellOnly(occasion, persons, persons);
    }

    /**
     * The same where it is not everybody's own thing.
     *
     * @param owners those of them about whose own thing it is
     */
    void tellOnly(Occasion occasion, Set<UUID> persons, Set<UUID> owners) {
        var about = Objects.requireNonNull(occasion.about());
        var behalf = recipients.behalf(occasion.by(), about.country()).orElse(null);
        write(
                occasion,
                recipients.of(occasion, about, persons).stream()
                        .filter(told -> persons.contains(told.person()))
                        .toList(),
                owners,
                persons,
                behalf);
    }

    /** Tells one person of something about herself. */
    void tellPerson(Occasion occasion, UUID person, boolean own) {
        write(
                occasion,
                recipients.of(occasion, Set.of(person)),
                own ? Set.of(person) : Set.of(),
                Set.of(person),
                recipients.behalf(occasion.by(), null).orElse(null));
    }

    /** Tells the mentioned that they are, and followers that somebody commented. */
    void tellOfComment(Occasion comment, Set<UUID> mentioned, boolean followersToo) {
        var about = Objects.requireNonNull(comment.about());
        var behalf = recipients.behalf(comment.by(), about.country()).orElse(null);
        var mention = comment.as(NoticeKind.MENTIONED);
        var told = recipients.of(mention, about, mentioned).stream()
                .filter(somebody -> mentioned.contains(somebody.person()))
                .toList();
        write(mention, told, mentioned, mentioned, behalf);
        if (followersToo) {
            var others = recipients.of(comment, about, behalf == null ? Set.of() : Set.of(behalf)).stream()
                    .filter(somebody -> !mentioned.contains(somebody.person()))
                    .toList();
            write(comment, others, Set.of(), Set.of(), behalf);
        }
    }

    private void write(
            Occasion occasion, Collection<Told> persons, Set<UUID> owners, Set<UUID> concerned, @Nullable UUID behalf) {
        if (persons.isEmpty()) {
            return;
        }
        var id = UUID.randomUUID();
        var mails = new LinkedHashMap<UUID, @Nullable UUID>();
        var rows = new ArrayList<Object[]>();
        for (var told : persons) {
            var notice = UUID.randomUUID();
            var hers = occasion.kind().isStep() && concerned.contains(told.person());
            rows.add(row(occasion, notice, id, told, owners.contains(told.person()), hers, behalf));
            if (told.mail().atOnce(hers)) {
                mails.put(told.person(), notice);
            }
        }
        jdbc.batchUpdate(INSERT, rows);
        outbox.put(id, occasion.kind().name(), occasion.kind().topic().name(), mails, occasion.at());
    }

    private static @Nullable Object[] row(
            Occasion occasion, UUID notice, UUID id, Told told, boolean own, boolean hers, @Nullable UUID behalf) {
        var about = occasion.about();
        return new @Nullable Object[] {
            notice,
            told.person(),
            id,
            occasion.kind().name(),
            about == null ? null : about.recommendation(),
            occasion.subject(),
            occasion.by(),
            behalf,
            occasion.word(),
            own,
            occasion.least().name(),
            Timestamp.from(occasion.at()),
            told.inApp(),
            told.mail().inDigest(hers)
        };
    }
}
