package org.rumbo.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in for whom. */
@Component
public class Deputies {
    private static final String SELECT =
            "select a.id, a.represented_id, r.display_name as represented_name, a.deputy_id,"
                    + " d.display_name as deputy_name, a.from_day, a.until_day from deputy a"
                    + " join person r on r.id = a.represented_id join person d on d.id = a.deputy_id where ";

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Network network;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Actors actors, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.network = network;
        this.clock = clock;
    }

    /** For whom a person acts at this moment besides herself, in matters of a country or, where null, of the network. */
    public Optional<UUID> behalf(UUID person, @Nullable CountryCode country) {
        return actors.byId(person).map(actor -> actor.behalf(country));
    }

    /** The day that it is in the network. */
    public LocalDate today() {
        return network.day(clock.instant());
    }

    /** All of today and of days to come, the first to begin on top. */
    public List<Deputyship> open() {
        var people =
                actors.all().stream().map(Actor::herself).collect(Collectors.toMap(Actor::id, Function.identity()));
        return jdbc.sql(SELECT + "a.ended_at is null and a.until_day >= ? order by a.from_day, a.until_day, a.id")
                .param(today())
                .query((row, number) -> deputyship(row, people))
                .list();
    }

    /** One of today or of days to come. */
    public Optional<Deputyship> find(UUID id) {
        return open().stream().filter(open -> open.id().equals(id)).findFirst();
    }

    private static Deputyship deputyship(ResultSet row, Map<UUID, Actor> people) throws SQLException {
        var represented = row.getObject("represented_id", UUID.class);
        var deputy = row.getObject("deputy_id", UUID.class);
        return new Deputyship(
                row.getObject("id", UUID.class),
                represented,
                row.getString("represented_name"),
                deputy,
                row.getString("deputy_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                fit(people.get(deputy), people.get(represented)));
    }

    private static boolean fit(@Nullable Actor deputy, @Nullable Actor represented) {
        return deputy != null
                && represented != null
                && StandingIn.refusal(deputy, represented).isEmpty();
    }
}
