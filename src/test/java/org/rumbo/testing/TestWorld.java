package org.rumbo.testing;

import org.rumbo.access.World;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.team.Directory;
import org.rumbo.team.FlippedCell;
import org.rumbo.team.People;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What takes the place of parts of the application, and what tests ask for. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {
    @Bean
    @Primary
    TimeMachine timeMachine() {
        return new TimeMachine();
    }

    @Bean
    @Primary
    PlayedDirectory playedDirectory(@Qualifier("demoDirectory") Directory demo, People people) {
        return new PlayedDirectory(demo, people);
    }

    @Bean
    @Primary
    PlayedScanner playedScanner() {
        return new PlayedScanner();
    }

    @Bean
    @Primary
    FlippedCell flippedCell() {
        return new FlippedCell();
    }

    /** Made when the first test asks for it. */
    @Bean
    @Lazy
    World accessWorld(
            Api api,
            Journeys journeys,
            RecommendationEditing editing,
            PlayedDirectory directory,
            Environment environment) {
        return new World(api, journeys, editing, directory, environment);
    }

    @Bean
    Sabotage sabotage() {
        return new Sabotage();
    }

    @Bean
    static CountedStatements countedStatements() {
        return new CountedStatements();
    }

    @Bean
    Api testApi(Environment environment) {
        return new Api(environment);
    }

    @Bean
    Journeys journeys(Api api, TimeMachine clock) {
        return new Journeys(api, clock);
    }

    @Bean
    Records records(JdbcClient jdbc) {
        return new Records(jdbc);
    }
}
