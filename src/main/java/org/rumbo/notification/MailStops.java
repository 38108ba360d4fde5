package org.rumbo.notification;

import java.util.UUID;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping mail from the mail itself, without signing in: the link in it knows a secret that only its reader was sent. */
@Service
@Transactional
public class MailStops {
    private final JdbcClient jdbc;
    private final Wishes wishes;

    MailStops(JdbcClient jdbc, Wishes wishes) {
        this.jdbc = jdbc;
        this.wishes = wishes;
    }

    /**
     * What a link stops. It says nothing of whose mail it was.
     *
     * @param topic the topic's name, or {@code DIGEST}
     */
    public record Stop(String topic) {}

    private record Sent(UUID recipient, String topic) {}

    /** What the link would stop; nothing changes. */
    @Transactional(readOnly = true)
    public Stop of(String token) {
        return new Stop(find(token).topic());
    }

    public Stop stop(String token) {
        var sent = find(token);
        wishes.stop(sent.recipient(), sent.topic());
        return new Stop(sent.topic());
    }

    private Sent find(String token) {
        return jdbc.sql("select recipient, topic from mail where stop_token = ?")
                .param(token)
                .query((row, number) -> new Sent(row.getObject("recipient", UUID.class), row.getString("topic")))
                .optional()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }
}
