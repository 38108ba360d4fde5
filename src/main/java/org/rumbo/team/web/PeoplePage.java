package org.rumbo.team.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Deputies;
import org.rumbo.team.Deputyship;
import org.rumbo.team.Network;
import org.rumbo.team.PeopleQueries;
import org.rumbo.team.PersonRow;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;

/** Who is in which team and in which role: every team of the network, then roles at large, then whoever has none. */
@Component
class PeoplePage {
    private static final int LEAST_DIRECTORS = 2;

    private final PeopleQueries people;
    private final Deputies deputies;
    private final Network network;

    PeoplePage(PeopleQueries people, Deputies deputies, Network network) {
        this.people = people;
        this.deputies = deputies;
        this.network = network;
    }

    /**
     * @param key the country's code, {@code network}, {@code none} or {@code ended}
     */
    record Section(String key, @Nullable CountryCode country, List<Line> lines) {}

    /**
     * One person in one of her places.
     *
     * @param roles those that she holds there
     * @param lastSeen the day of it in the network's time; null where she never signed in
     * @param deputyships today's and planned ones, in which she stands in or is represented
     */
    record Line(
            PersonRow person,
            List<RoleLine> roles,
            @Nullable LocalDate lastSeen,
            List<Deputyship> deputyships) {}

    /**
     * @param alarms what an administrator should look after at once
     * @param mixed administrators who hold another role beside it
     */
    record Content(
            List<Section> sections, int withAccess, int ended, int found, List<String> alarms, List<String> mixed) {}

    Content of(PeopleFilter filter, Actor actor) {
        var everybody = people.all(actor);
        var found = everybody.stream().filter(filter::names).toList();
        var byPerson = byPerson();
        var sections = new ArrayList<Section>();
        for (var country : network.countries()) {
            sections.add(new Section(country.iso2(), country, lines(found, country, filter, byPerson)));
        }
        sections.add(new Section("network", null, lines(found, null, filter, byPerson)));
        sections.removeIf(section -> !filter.showsTeam(section.key())
                || (section.lines().isEmpty()
                        && !filter.isEmpty()
                        && !section.key().equals(filter.team())));
        if (filter.fitsNoRole()) {
            addIfAny(sections, "none", withoutRole(found, byPerson));
            addIfAny(sections, "ended", ended(found, byPerson));
        }
        var access = everybody.stream().filter(PersonRow::hasAccess).toList();
        var shown = sections.stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> line.person().id())
                .distinct()
                .count();
        return new Content(
                sections,
                access.size(),
                everybody.size() - access.size(),
                (int) shown,
                alarms(access),
                access.stream()
                        .filter(person ->
                                person.has(Role.ADMIN) && person.grants().size() > 1)
                        .map(PersonRow::name)
                        .toList());
    }

    private static void addIfAny(List<Section> sections, String key, List<Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(key, null, lines));
        }
    }

    private Map<UUID, List<Deputyship>> byPerson() {
        var byPerson = new HashMap<UUID, List<Deputyship>>();
        deputies.open().forEach(open -> {
            byPerson.computeIfAbsent(open.represented(), person -> new ArrayList<>())
                    .add(open);
            byPerson.computeIfAbsent(open.deputy(), person -> new ArrayList<>()).add(open);
        });
        return byPerson;
    }

    private List<Line> lines(
            List<PersonRow> people,
            @Nullable CountryCode country,
            PeopleFilter filter,
            Map<UUID, List<Deputyship>> deputyships) {
        var lines = new ArrayList<Line>();
        for (var person : people) {
            var roles = person.grants().stream()
                    .filter(grant -> java.util.Objects.equals(grant.country(), country))
                    .map(RoleLine::of)
                    .filter(filter::fits)
                    .toList();
            if (person.hasAccess() && !roles.isEmpty()) {
                lines.add(line(person, roles, deputyships));
            }
        }
        return lines;
    }

    private List<Line> withoutRole(List<PersonRow> people, Map<UUID, List<Deputyship>> deputyships) {
        return people.stream()
                .filter(person -> person.hasAccess() && person.grants().isEmpty())
                .map(person -> line(person, List.of(), deputyships))
                .toList();
    }

    private List<Line> ended(List<PersonRow> people, Map<UUID, List<Deputyship>> deputyships) {
        return people.stream()
                .filter(person -> !person.hasAccess())
                .map(person ->
                        line(person, person.grants().stream().map(RoleLine::of).toList(), deputyships))
                .toList();
    }

    private Line line(PersonRow person, List<RoleLine> roles, Map<UUID, List<Deputyship>> deputyships) {
        var seen = person.lastSeenAt();
        return new Line(
                person,
                roles,
                seen == null ? null : network.day(seen),
                deputyships.getOrDefault(person.id(), List.of()));
    }

    private static List<String> alarms(List<PersonRow> access) {
        var alarms = new ArrayList<String>();
        if (access.stream().filter(person -> person.has(Role.DIRECTOR)).count() < LEAST_DIRECTORS) {
            alarms.add("directors");
        }
        if (access.stream().noneMatch(person -> person.has(Role.ADMIN))) {
            alarms.add("admins");
        }
        return alarms;
    }
}
