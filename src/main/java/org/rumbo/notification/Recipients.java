package org.rumbo.notification;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is to be told of an occasion. One statement, whoever and how many they are. */
@Component
class Recipients {
    private static final String CONCERNED = """
            select person_id, 'FOLLOWS' as how from recommendation_follow where recommendation_id = :item and wanted
            union all
            select person_id, 'FOLLOWS' from country_follow where country = :country
            union all
            select a.evaluator, 'ASSIGNED' from evaluation e join evaluation_assignment a on a.evaluation_id = e.id
                where e.recommendation_id = :item and e.status <> 'CANCELLED'
            union all
            select person_id, 'REFUSES' from notice_refusal where topic = :topic""";

    private final JdbcClient jdbc;
    private final People people;
    private final AccessPolicy policy;
    private final RecommendationAccess access;

    Recipients(JdbcClient jdbc, People people, AccessPolicy policy, RecommendationAccess access) {
        this.jdbc = jdbc;
        this.people = people;
        this.policy = policy;
        this.access = access;
    }

    /** What the database knows of those who may be told of something about an item. */
    private record Concerned(Set<UUID> followers, Set<UUID> assigned, Set<UUID> refusing) {}

    /** Followers and those whom it concerns, as far as they may read it and want to be told; nobody of her own act. */
    List<UUID> of(Occasion occasion, About about, Collection<UUID> others) {
        var concerned = concerned(occasion, about);
        var candidates = new HashSet<>(others);
        candidates.addAll(concerned.followers());
        return people.all().stream()
                .filter(person -> candidates.contains(person.id()))
                .filter(person -> !person.id().equals(occasion.by())
                        && !concerned.refusing().contains(person.id()))
                .filter(person -> access.reading(person, target(about, concerned.assigned(), person))
                                .compareTo(occasion.least())
                        >= 0)
                .map(Actor::id)
                .toList();
    }

    /** Those who want to be told of something that is about no item. */
    List<UUID> of(Occasion occasion, Collection<UUID> everybody) {
        var refusing = new HashSet<>(jdbc.sql("select person_id from notice_refusal where topic = ?")
                .param(occasion.kind().topic().name())
                .query(UUID.class)
                .list());
        return everybody.stream()
                .distinct()
                .filter(person -> !person.equals(occasion.by()) && !refusing.contains(person))
                .toList();
    }

    private Concerned concerned(Occasion occasion, About about) {
        var concerned = new Concerned(new HashSet<>(), new HashSet<>(), new HashSet<>());
        jdbc.sql(CONCERNED)
                .param("item", about.recommendation())
                .param("country", about.country().iso2())
                .param("topic", occasion.kind().topic().name())
                .query(row -> {
                    var person = row.getObject("person_id", UUID.class);
                    switch (row.getString("how")) {
                        case "FOLLOWS" -> concerned.followers().add(person);
                        case "ASSIGNED" -> concerned.assigned().add(person);
                        default -> concerned.refusing().add(person);
                    }
                });
        return concerned;
    }

    private static AccessTarget target(About about, Set<UUID> assigned, Actor person) {
        return new AccessTarget(
                about.country(),
                about.to().letter(),
                assigned.contains(person.id()),
                about.image().origin() == Origin.PAPER);
    }

    /** Everybody who may do such a thing with the item, were she asked; deputies too. */
    Set<UUID> who(Permission may, About about) {
        return persons(person -> policy.permits(person, may, target(about, Set.of(), person)));
    }

    Set<UUID> whoSomewhere(Permission may) {
        return persons(person -> policy.permitsSomewhere(person, may));
    }

    /** Everybody who may do such a thing in that country. */
    Set<UUID> whoIn(CountryCode country, Permission may) {
        return persons(person -> policy.permits(person, may, AccessTarget.country(country)));
    }

    private Set<UUID> persons(Predicate<Actor> fitting) {
        var found = new HashSet<UUID>();
        people.all().stream().filter(fitting).forEach(person -> found.add(person.id()));
        return found;
    }

    /** For whom somebody acted besides herself. */
    Optional<UUID> behalf(@Nullable UUID actor, @Nullable CountryCode country) {
        return actor == null ? Optional.empty() : people.ever(actor).map(known -> known.behalf(country));
    }
}
