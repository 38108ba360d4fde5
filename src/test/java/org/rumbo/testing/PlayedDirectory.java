package org.rumbo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Directory;
import org.rumbo.team.People;
import org.rumbo.team.Role;

/** The demo logins, and people whom no demo has: those who hold two roles that must not meet on one item. */
final class PlayedDirectory implements Directory {
    private static final CountryCode PE = new CountryCode("PE");

    private final Directory demo;
    private final Map<String, Actor> played = new TreeMap<>();

    PlayedDirectory(Directory demo, People people) {
        this.demo = demo;
        play(people, "both.pe", Map.of(PE, Set.of(Role.COORDINATOR)), Set.of(Role.DIRECTOR));
        play(people, "evaluator.pe", Map.of(PE, Set.of(Role.MEMBER)), Set.of(Role.EVALUATOR));
        play(people, "director.rates", Map.of(), Set.of(Role.DIRECTOR, Role.EVALUATOR));
        play(people, "nobody", Map.of(), Set.of());
    }

    private void play(People people, String login, Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {
        var id = people.known("rumbo:test", login, login, login);
        played.put(login, new Actor(id, login, login, memberships, roles));
    }

    @Override
    public Optional<Actor> byLogin(String login) {
        return Optional.ofNullable(played.get(login)).or(() -> demo.byLogin(login));
    }

    @Override
    public List<Actor> all() {
        var all = new ArrayList<>(demo.all());
        all.addAll(played.values());
        return all;
    }
}
