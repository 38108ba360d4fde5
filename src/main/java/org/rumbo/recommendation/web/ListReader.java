package org.rumbo.recommendation.web;

import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.rumbo.recommendation.AskedRecommendations;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What a list's address can mean to one reader: she asks only for what she may be told. */
@Component
class ListReader implements AskedRecommendations {
    private final AccessPolicy policy;
    private final Network network;
    private final People people;

    ListReader(AccessPolicy policy, Network network, People people) {
        this.policy = policy;
        this.network = network;
        this.people = people;
    }

    ListAddress read(MultiValueMap<String, String> typed, Actor actor) {
        return ListAddress.of(typed, known(actor));
    }

    ListAddress read(String query, Actor actor) {
        return ListAddress.ofQuery(query, known(actor));
    }

    @Override
    public RecommendationFilter ofPage(MultiValueMap<String, String> parameters, Actor actor) {
        return read(parameters, actor).filter();
    }

    @Override
    public RecommendationFilter ofApi(MultiValueMap<String, String> parameters) {
        return new ListParameters(
                        parameters.get("country"),
                        parameters.get("state"),
                        parameters.get("theme"),
                        parameters.getFirst("addressee"),
                        parameters.getFirst("q"),
                        parameters.getFirst("overdue"),
                        parameters.getFirst("stale"),
                        parameters.getFirst("mine"),
                        parameters.getFirst("verified"),
                        parameters.getFirst("sort"),
                        null,
                        null)
                .toFilter(network);
    }

    /** Whether she may take what the list shows away as a file. */
    boolean exports(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.SHEET_EXPORT);
    }

    private BiPredicate<String, String> known(Actor actor) {
        return (name, value) -> switch (name) {
            case "country" -> network.countries().contains(new CountryCode(value));
            case "theme" -> network.themes().contains(value);
            case "owner" -> owners(actor).stream().anyMatch(owner -> owner.id().equals(UUID.fromString(value)));
            default -> true;
        };
    }

    /** Who may look after items that she reads in full, by name. */
    List<Actor> owners(Actor actor) {
        var countries = network.countries().stream()
                .filter(country -> policy.permits(actor, Permission.ITEM_READ_FULL, AccessTarget.country(country)))
                .toList();
        return people.all().stream()
                .map(Actor::herself)
                .filter(person -> countries.stream().anyMatch(person::isOf))
                .sorted(java.util.Comparator.comparing(Actor::name))
                .toList();
    }

    /** Whether she is told of some items who looks after them. */
    boolean readsSomeInFull(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.ITEM_READ_FULL);
    }

    /** Whether anything can be hers: a team's, a decision, an evaluation. */
    static boolean hasOwn(Actor actor) {
        return !actor.countries().isEmpty() || actor.has(Role.DIRECTOR) || actor.has(Role.EVALUATOR);
    }

    boolean changesSome(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.ITEM_EDIT);
    }

    boolean proposes(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.ITEM_PROPOSE);
    }

    /** Whether claims that wait for a decision are told to her at all. */
    boolean seesClaims(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.CLAIM_DECIDE)
                || policy.permitsSomewhere(actor, Permission.CLAIM_MAKE);
    }
}
