package org.rumbo.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rumbo.Rumbo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole application over HTTP. All of them share one server, which is started once, so each makes its own
 * recommendations and none counts on being alone.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {TestWorld.class, Rumbo.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "network.public-page=true")
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("dev")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface RumboTest {}
