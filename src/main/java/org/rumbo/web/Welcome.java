package org.rumbo.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rumbo.team.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says, as the last thing at start, where to click and how to sign in. */
@Component
@Profile({"dev", "demo"})
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Network network;

    Welcome(Network network) {
        this.network = network;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null
                && context.getWebServer().getPort() > 0) {
            var countries = network.countries().stream()
                    .map(country -> "." + country.iso2().toLowerCase(Locale.ROOT))
                    .toList();
            var example = "coordinator" + countries.get(countries.size() - 1);
            LOG.info(
                    "Demo logins, the password of all is \"rumbo\": {} (also {}), member{}, director.a, director.b,"
                            + " evaluator.a, evaluator.b, funder, auditor, admin",
                    example,
                    countries.stream().limit(countries.size() - 1).collect(Collectors.joining(" ")),
                    countries.get(countries.size() - 1));
            LOG.info(
                    "Rumbo is ready: open http://localhost:{} and sign in as {} with the password rumbo",
                    context.getWebServer().getPort(),
                    example);
        }
    }
}
