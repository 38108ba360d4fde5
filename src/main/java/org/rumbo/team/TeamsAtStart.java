package org.rumbo.team;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Every country of the network has its team from the first start on, with or without a paper. */
@Component
@ConditionalOnProperty(name = "rumbo.serving", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TeamsAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsAtStart.class);

    private final CountryTeams teams;
    private final Network network;

    TeamsAtStart(CountryTeams teams, Network network) {
        this.teams = teams;
        this.network = network;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var position = 1;
        for (var country : network.countries()) {
            add(new CountryTeam(country, position++, CountryTeams.UNKNOWN, false));
        }
    }

    private void add(CountryTeam team) {
        try {
            teams.add(team);
        } catch (DuplicateKeyException meanwhile) {
            LOG.info("Another node added the team of {} in the same moment", team.country());
        }
    }
}
