package org.rumbo.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            select person_id, 'REFUSES' from notice_refusal where topic = :topic
            union all
            select person_id, wish from mail_wish where topic = :topic""";
    private static final String WISHES = """
            select person_id, 'REFUSES' as how from notice_refusal where topic = :topic
            union all
            select person_id, wish from mail_wish where topic = :topic""";

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
    private record Concerned(Set<UUID> followers, Set<UUID> assigned, Set<UUID> refusing, Map<UUID, MailWish> mails) {
        Concerned() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
        }

        void add(UUID person, String how) {
            switch (how) {
                case "FOLLOWS" -> followers.add(person);
                case "ASSIGNED" -> assigned.add(person);
                case "REFUSES" -> refusing.add(person);
                default -> mails.put(person, MailWish.valueOf(how));
            }
        }

        Told told(UUID person) {
            return new Told(person, !refusing.contains(person), mails.getOrDefault(person, MailWish.OWN));
        }
    }

    /** Followers and those whom it concerns, as far as they may read it and want to be told; nobody of her own act. */
    List<Told> of(Occasion occasion, About about, Collection<UUID> others) {
        var concerned = concerned(CONCERNED, occasion, about);
        var candidates = new HashSet<>(others);
        candidates.addAll(concerned.followers());
        return people.all().stream()
                .filter(person ->
                        candidates.contains(person.id()) && !person.id().equals(occasion.by()))
                .filter(person -> access.reading(person, target(about, concerned.assigned(), person))
                                .compareTo(occasion.least())
                        >= 0)
                .map(person -> concerned.told(person.id()))
                .filter(Told::atAll)
                .toList();
    }

    /** Those who want to be told of something that is about no item. */
    List<Told> of(Occasion occasion, Collection<UUID> everybody) {
        var concerned = concerned(WISHES, occasion, null);
        return everybody.stream()
                .distinct()
                .filter(person -> !person.equals(occasion.by()))
                .map(concerned::told)
                .filter(Told::atAll)
                .toList();
    }

    private Concerned concerned(String sql, Occasion occasion, @Nullable About about) {
        var concerned = new Concerned();
        var statement = jdbc.sql(sql).param("topic", occasion.kind().topic().name());
        if (about != null) {
            statement = statement
                    .param("item", about.recommendation())
                    .param("country", about.country().iso2());
        }
        statement.query(row -> {
            concerned.add(row.getObject("person_id", UUID.class), row.getString("how"));
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
