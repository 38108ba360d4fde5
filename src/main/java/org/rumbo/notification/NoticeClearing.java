package org.rumbo.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices and mails are news, not a record: after half a year they go, read or not. */
@Component
class NoticeClearing {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    NoticeClearing(JdbcClient jdbc, Clock clock, @Value("${rumbo.notices.keep:180d}") Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    @Scheduled(cron = "${rumbo.notices.clear:0 40 3 * * *}")
    @Transactional
    int clear() {
        var before = Timestamp.from(clock.instant().minus(keep));
        jdbc.sql("delete from mail where made_at < ?").param(before).update();
        return jdbc.sql("delete from notice where made_at < ?").param(before).update();
    }
}
