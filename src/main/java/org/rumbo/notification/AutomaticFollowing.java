package org.rumbo.notification;

import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.rumbo.recommendation.About;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes people followers of what they take part in, once: whoever stopped following stays away. The item's row is locked by
 * what they did, so nobody is added twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AutomaticFollowing {
    private final JdbcClient jdbc;
    private final Recipients recipients;

    AutomaticFollowing(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.recipients = recipients;
    }

    /** Whoever did it, and for whom she did it. */
    void begin(About about) {
        var doers = new HashSet<UUID>();
        if (about.actor() != null) {
            doers.add(about.actor());
        }
        recipients.behalf(about.actor(), about.country()).ifPresent(doers::add);
        begin(about, doers);
    }

    void begin(About about, Set<UUID> persons) {
        persons.forEach(person -> jdbc.sql("""
                        insert into recommendation_follow (person_id, recommendation_id, wanted, since)
                        select p.id, r.id, true, :at from person p, recommendation r
                        where p.id = :person and r.id = :item and not exists (select 1 from recommendation_follow f
                            where f.person_id = p.id and f.recommendation_id = r.id)""")
                .param("person", person)
                .param("item", about.recommendation())
                .param("at", Timestamp.from(about.at()))
                .update());
    }
}
