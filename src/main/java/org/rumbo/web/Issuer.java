package org.rumbo.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.rumbo.team.OidcSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** The server at which people sign in, as seen from here. It may be silent: nobody waits for it longer than five seconds. */
@Component
@Profile("!dev & !demo")
class Issuer {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Issuer(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether it is there at this moment. Sending somebody to a server that is not leaves her before a browser's error. */
    boolean answers() {
        var question = HttpRequest.newBuilder(URI.create(settings.issuer() + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}
