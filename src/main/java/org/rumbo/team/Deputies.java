package org.rumbo.team;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands in for whom. */
@Component
public class Deputies {
    private final Actors actors;

    Deputies(Actors actors) {
        this.actors = actors;
    }

    /** For whom a person acts at this moment besides herself, in matters of a country or, where null, of the network. */
    public Optional<UUID> behalf(UUID person, @Nullable CountryCode country) {
        return actors.byId(person).map(actor -> actor.behalf(country));
    }
}
