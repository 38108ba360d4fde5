package org.rumbo.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells in plain words what a step needs, from the policy's own table: it speaks of roles, teams and states alone, which
 * everybody may know, and never of what is under way.
 */
@Component
public class AccessExplanation {
    private static final int MOST_NAMES = 3;
    /** In the order of the route. */
    private static final String LETTERS = "PRAIEC";

    private static final Map<Character, String> STATES = Map.of(
            'P', "PROPOSED",
            'R', "UNDER_REVIEW",
            'A', "ADOPTED",
            'I', "IMPLEMENTED",
            'E', "EVALUATED",
            'C', "CLOSED");

    private final AccessPolicy policy;
    private final People people;
    private final MessageSource messages;

    AccessExplanation(AccessPolicy policy, People people, MessageSource messages) {
        this.policy = policy;
        this.people = people;
        this.messages = messages;
    }

    /** Whose step it is: "a coordinator of the team of Peru while the recommendation is proposed"; empty where nobody's. */
    private String whoMay(Permission permission, @Nullable CountryCode country, boolean ofPaper, Locale locale) {
        var names = new LinkedHashMap<Set<Character>, List<String>>();
        for (var holder : policy.holders(permission, ofPaper)) {
            names.computeIfAbsent(holder.states(), states -> new ArrayList<>()).add(who(holder, country, locale));
        }
        return either(
                "explain.orElse",
                names.entrySet().stream()
                        .map(group -> during(either("explain.or", group.getValue(), locale), group.getKey(), locale))
                        .toList(),
                locale);
    }

    private String during(String who, Set<Character> states, Locale locale) {
        return states.size() == STATES.size() ? who : text("explain.while", locale, who, states(states, locale));
    }

    /** "a, b or c" */
    private String either(String or, List<String> several, Locale locale) {
        var distinct = several.stream().distinct().toList();
        if (distinct.size() < 2) {
            return String.join("", distinct);
        }
        var last = distinct.size() - 1;
        return text(or, locale, String.join(", ", distinct.subList(0, last)), distinct.get(last));
    }

    /** The same as a sentence. */
    public String needs(Permission permission, @Nullable CountryCode country, boolean ofPaper, Locale locale) {
        var who = whoMay(permission, country, ofPaper, locale);
        return who.isEmpty() ? text("explain.nobody", locale) : text("explain.needs", locale, who);
    }

    private String who(AccessPolicy.Holder holder, @Nullable CountryCode country, Locale locale) {
        var key = "explain.who." + holder.role();
        return holder.assigned()
                ? text(key + ".assigned", locale)
                : !holder.own() || country == null
                        ? text(key, locale)
                        : text(key + ".of", locale, text("country." + country, locale));
    }

    /** In which states somebody whose role would do could take the step. */
    public String inStates(Actor actor, Permission permission, AccessTarget target, Locale locale) {
        return text("explain.states", locale, states(policy.statesFor(actor, permission, target), locale));
    }

    private String states(Set<Character> letters, Locale locale) {
        var names = LETTERS.chars()
                .mapToObj(letter -> (char) letter)
                .filter(letters::contains)
                .map(letter -> text("state." + STATES.get(letter), locale).toLowerCase(locale))
                .toList();
        return either("explain.or", names, locale);
    }

    /** What somebody is, and what makes her so. */
    public String whatSheIs(Actor actor, Locale locale) {
        var roles = people.grantsOf(actor.id()).stream()
                .map(grant -> text("explain.role", locale, role(grant, locale), source(grant, locale)))
                .collect(Collectors.joining("; "));
        return roles.isEmpty() ? text("explain.noRole", locale) : text("explain.youAre", locale, roles);
    }

    private String role(Grant grant, Locale locale) {
        var role = text("role." + grant.role(), locale);
        return grant.country() == null ? role : role + ", " + text("country." + grant.country(), locale);
    }

    private String source(Grant grant, Locale locale) {
        return text("people.source." + grant.origin(), locale, grant.source());
    }

    /** That she acts under two names, where she does. */
    public Optional<String> underTwoNames(Actor actor, Locale locale) {
        return Optional.ofNullable(actor.standsInFor())
                .map(represented -> text("explain.twoNames", locale, represented.name()));
    }

    /** Names of people who may take the step; a reader from outside the network learns directors alone. */
    public Optional<String> whomToAsk(
            Permission permission, @Nullable CountryCode country, boolean ofPaper, Actor actor, Locale locale) {
        var inside = policy.permitsSomewhere(actor, Permission.ITEM_READ_NETWORK);
        var names = new ArrayList<String>();
        for (var holder : policy.holders(permission, ofPaper)) {
            if (!holder.assigned() && (inside || holder.role() == Role.DIRECTOR)) {
                names.addAll(holdersOf(holder, country, actor));
            }
        }
        var few = names.stream().distinct().limit(MOST_NAMES).toList();
        return few.isEmpty() ? Optional.empty() : Optional.of(text("explain.ask", locale, String.join(", ", few)));
    }

    private List<String> holdersOf(AccessPolicy.Holder holder, @Nullable CountryCode country, Actor actor) {
        return people.all().stream()
                .map(Actor::herself)
                .filter(person -> !actor.persons().contains(person.id()))
                .filter(person -> holder.own() && country != null
                        ? person.has(holder.role(), country)
                        : person.has(holder.role()))
                .map(Actor::name)
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
