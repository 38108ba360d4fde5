package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SafeHeadersTests {
    /** A server with nothing in it: whatever it answers is its own. */
    private static Wire.Answer answer(MockEnvironment environment) throws IOException, LifecycleException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir("target/tomcat-headers");
        tomcat.setPort(0);
        tomcat.getEngine().getPipeline().addValve(new SafeHeaders(environment));
        tomcat.addContext("", null);
        try {
            tomcat.start();
            return Wire.send(
                    tomcat.getConnector().getLocalPort(), "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void realUseIsEncryptedOnly() throws IOException, LifecycleException {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        assertThat(answer(environment).header("Strict-Transport-Security")).isEqualTo(List.of("max-age=31536000"));
    }

    @Test
    void formsMayLeadToTheDirectoryWhereOneIsNamed() throws IOException, LifecycleException {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("dev");
        assertThat(answer(environment).header("Content-Security-Policy").get(0)).contains("form-action 'self';");
        environment.setProperty("rumbo.oidc.issuer", "https://directory.example/realms/rumbo");
        assertThat(answer(environment).header("Content-Security-Policy").get(0))
                .contains("form-action 'self' https://directory.example;");
    }
}
