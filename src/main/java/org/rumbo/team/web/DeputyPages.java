package org.rumbo.team.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.TypedDay;
import org.rumbo.team.Actor;
import org.rumbo.team.Deputies;
import org.rumbo.team.DeputyArrangements;
import org.rumbo.team.Deputyship;
import org.rumbo.team.People;
import org.rumbo.team.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about deputies share, whoever arranges them. */
@Component
class DeputyPages {
    private static final Set<String> DAYS = Set.of("from", "until");

    private final People people;
    private final Deputies deputies;
    private final DeputyArrangements arrangements;
    private final MessageSource messages;

    DeputyPages(People people, Deputies deputies, DeputyArrangements arrangements, MessageSource messages) {
        this.people = people;
        this.deputies = deputies;
        this.arrangements = arrangements;
        this.messages = messages;
    }

    /** Somebody to choose, with what she is. */
    record Choice(UUID id, String label) {}

    record Line(Deputyship deputyship, boolean today) {}

    /** Today's and planned ones of those whom the reader arranges for, and those that concern herself. */
    List<Line> lines(Actor actor) {
        var today = deputies.today();
        var known = people.all().stream().collect(Collectors.toMap(Actor::id, person -> person));
        return deputies.open().stream()
                .filter(open -> arrangements.mayEnd(open, known.get(open.represented()), actor))
                .map(open -> new Line(open, open.includes(today)))
                .toList();
    }

    /** For whom the reader may arrange a deputy. */
    private List<Actor> represented(Actor actor) {
        return everybody().stream()
                .filter(person -> person.has(Role.COORDINATOR) || person.has(Role.DIRECTOR))
                .filter(person -> arrangements.mayArrangeFor(person, actor))
                .toList();
    }

    /** Who could stand in for at least one of them; the rules about both are asked when she is chosen. */
    private List<Actor> deputies(List<Actor> represented, Actor actor) {
        return everybody().stream()
                .filter(person -> !actor.persons().contains(person.id()))
                .filter(person -> represented.stream()
                        .anyMatch(another -> !another.id().equals(person.id()) && arrangements.fit(person, another)))
                .toList();
    }

    private List<Actor> everybody() {
        return people.all().stream().map(Actor::herself).toList();
    }

    private List<Choice> choices(List<Actor> people, Locale locale) {
        return people.stream()
                .sorted(Comparator.comparing(Actor::name, String.CASE_INSENSITIVE_ORDER))
                .map(person -> new Choice(person.id(), person.name() + ": " + roles(person, locale)))
                .toList();
    }

    private String roles(Actor person, Locale locale) {
        var roles = new ArrayList<String>();
        person.roles().forEach(role -> roles.add(messages.getMessage("role." + role, null, locale)));
        person.memberships()
                .forEach((country, held) -> held.forEach(role -> roles.add(messages.getMessage(
                        "team.role.of",
                        new Object[] {
                            messages.getMessage("role." + role, null, locale),
                            messages.getMessage("country." + country, null, country.iso2(), locale)
                        },
                        locale))));
        return roles.stream().sorted().collect(Collectors.joining(", "));
    }

    /** What the form needs; where it is about one person, others are not to be chosen for her. */
    void form(DeputyForm form, @Nullable UUID only, Actor actor, Locale locale, Model model) {
        var represented = represented(actor).stream()
                .filter(person -> only == null || only.equals(person.id()))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("represented", choices(represented, locale));
        model.addAttribute("deputies", choices(deputies(represented, actor), locale));
    }

    DeputyForm empty(@Nullable UUID represented) {
        return new DeputyForm(represented, null, TypedDay.of(deputies.today()), null);
    }

    List<FormProblem> problems(DomainException refused, Locale locale) {
        return FormProblem.of(refused, messages, locale, field -> DAYS.contains(field) ? field + "-day" : field);
    }
}
