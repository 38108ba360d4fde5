package org.rumbo.team;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want for themselves. Read from the copy of people in memory, so that it costs a page nothing. */
@Component
public class PersonalSettings {
    private final JdbcClient jdbc;
    private final Actors actors;
    private final AccessPolicy policy;

    PersonalSettings(JdbcClient jdbc, Actors actors, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.policy = policy;
    }

    public Preferences of(UUID person) {
        return actors.preferences().getOrDefault(person, Preferences.USUAL);
    }

    @Transactional
    public void keep(Preferences preferences, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        // Two windows of hers come one after the other, so that only the first adds a row.
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.id())
                .query(UUID.class)
                .single();
        var language =
                preferences.language() == null ? null : preferences.language().tag();
        var values = Arrays.asList(language, preferences.theme().name(), preferences.shortcuts(), actor.id());
        var known = jdbc.sql("update person_preference set language = ?, theme = ?, shortcuts = ? where person_id = ?")
                .params(values)
                .update();
        if (known == 0) {
            jdbc.sql("insert into person_preference (language, theme, shortcuts, person_id) values (?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
        actors.changed();
    }
}
