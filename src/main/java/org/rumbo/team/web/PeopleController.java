package org.rumbo.team.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rumbo.shared.Crumb;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Deputies;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.PeopleQueries;
import org.rumbo.team.Permission;
import org.rumbo.team.PersonRow;
import org.rumbo.team.Role;
import org.rumbo.team.RoleChanges;
import org.rumbo.team.TeamRecord;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages on which administrators and auditors read who is here. */
@Controller
class PeopleController {
    static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.ANONYMOUS).toList();

    private final PeoplePage page;
    private final PeopleQueries people;
    private final Deputies deputies;
    private final TeamRecord record;
    private final TeamWords words;
    private final RoleChanges roles;
    private final AccessPolicy policy;
    private final Network network;
    private final MessageSource messages;

    PeopleController(
            PeoplePage page,
            PeopleQueries people,
            Deputies deputies,
            TeamRecord record,
            TeamWords words,
            RoleChanges roles,
            AccessPolicy policy,
            Network network,
            MessageSource messages) {
        this.page = page;
        this.people = people;
        this.deputies = deputies;
        this.record = record;
        this.words = words;
        this.roles = roles;
        this.policy = policy;
        this.network = network;
        this.messages = messages;
    }

    @GetMapping("/people")
    @Needs(Permission.PEOPLE_READ)
    String all(PeopleFilter filter, Actor actor, Model model) {
        model.addAttribute("overview", page.of(filter, actor));
        model.addAttribute("filter", filter);
        model.addAttribute("countries", network.countries());
        model.addAttribute("roles", ROLES);
        model.addAttribute("today", deputies.today());
        model.addAttribute("decidesRoles", !roles.arePossible());
        return "team/people";
    }

    @GetMapping("/people/{id}")
    @Needs(Permission.PEOPLE_READ)
    String one(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return draw(people.find(id, actor), actor, locale, model);
    }

    /** The page of a person; also drawn anew where what was asked for on it is refused. */
    String draw(PersonRow person, Actor actor, Locale locale, Model model) {
        var manages = policy.permitsSomewhere(actor, Permission.PEOPLE_MANAGE);
        var seen = person.lastSeenAt();
        model.addAttribute("person", person);
        model.addAttribute("roles", person.grants().stream().map(RoleLine::of).toList());
        model.addAttribute("lastSeen", seen == null ? null : network.day(seen));
        model.addAttribute("today", deputies.today());
        model.addAttribute(
                "deputyships",
                deputies.open().stream()
                        .filter(open -> open.concerns(person.id()))
                        .toList());
        model.addAttribute(
                "changes",
                record.about(person.id()).stream()
                        .map(change -> words.tell(change, locale))
                        .toList());
        model.addAttribute("manages", manages);
        model.addAttribute("herself", actor.persons().contains(person.id()));
        model.addAttribute("decidesRoles", !roles.arePossible());
        model.addAttribute("represented", person.has(Role.COORDINATOR) || person.has(Role.DIRECTOR));
        model.addAttribute("assignable", ROLES);
        model.addAttribute("countries", network.countries());
        model.addAttribute("crumbs", crumbs(person, messages, locale));
        return "team/person";
    }

    static List<Crumb> crumbs(PersonRow person, MessageSource messages, Locale locale) {
        return List.of(
                new Crumb("/people", messages.getMessage("people.title", null, locale)),
                new Crumb(null, person.name()));
    }
}
