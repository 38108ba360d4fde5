package org.rumbo.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;

/**
 * Tells browsers, with every answer, how little they may do with it. It stands before everything that could answer, the
 * server's own refusals too; what has a reason to differ, such as a picture that may be kept, says so itself afterwards.
 */
class SafeHeaders extends ValveBase {
    private static final String FEATURES = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(),"
            + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
    /** Subdomains are not Rumbo's to decide about. */
    private static final String ENCRYPTED_ONLY = "max-age=31536000";

    private final String contentPolicy;
    private final boolean encrypted;

    SafeHeaders(Environment environment) {
        super(true);
        this.contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'" + directory(environment)
                + "; base-uri 'none'; frame-ancestors 'none'";
        this.encrypted = !environment.acceptsProfiles(Profiles.of("dev | demo"));
    }

    /** A browser that signs out by a form follows the redirect to the directory only where that is named here. */
    private static String directory(Environment environment) {
        var issuer = environment.getProperty("rumbo.oidc.issuer", "");
        if (issuer.isBlank()) {
            return "";
        }
        var server = URI.create(issuer);
        return " " + server.getScheme() + "://" + server.getRawAuthority();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        write(response);
        getNext().invoke(request, response);
    }

    private void write(Response response) {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", FEATURES);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (encrypted) {
            response.setHeader("Strict-Transport-Security", ENCRYPTED_ONLY);
        }
    }
}
