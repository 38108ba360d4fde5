package org.rumbo.access;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Grant;
import org.rumbo.team.Role;
import org.rumbo.testing.PlayedDirectory;
import org.rumbo.testing.TimeMachine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People whose roles change while they are looked at, and who stand in for each other. */
final class Played {
    private static final CountryCode PE = new CountryCode("PE");

    private final PlayedDirectory directory;
    private final JdbcClient jdbc;
    private final TimeMachine clock;

    Played(PlayedDirectory directory, JdbcClient jdbc, TimeMachine clock) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on she holds these roles and no others. */
    UUID is(String login, Role... roles) {
        return directory.play(
                login,
                Arrays.stream(roles)
                        .distinct()
                        .map(role ->
                                role.isOfCountry() ? PlayedDirectory.team(role, PE) : PlayedDirectory.atLarge(role))
                        .toArray(Grant[]::new));
    }

    void standsInFor(UUID deputy, UUID represented) {
        var today = Date.valueOf(clock.instant().atZone(ZoneId.of("UTC")).toLocalDate());
        jdbc.sql("insert into deputy (id, represented_id, deputy_id, from_day, until_day, arranged_by, arranged_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        represented,
                        deputy,
                        Date.valueOf(today.toLocalDate().minusDays(2)),
                        Date.valueOf(today.toLocalDate().plusDays(2)),
                        represented,
                        Timestamp.from(clock.instant()))
                .update();
    }

    void standsInNoMore(UUID deputy) {
        jdbc.sql("update deputy set ended_at = ?, ended_by = represented_id where deputy_id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), deputy)
                .update();
    }
}
