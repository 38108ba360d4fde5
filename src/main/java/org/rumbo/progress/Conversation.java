package org.rumbo.progress;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about an item to each other. It moves nothing. */
@Service
@Transactional
public class Conversation {
    private final Comments comments;
    private final Mentions mentions;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationAccess access;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            Comments comments,
            Mentions mentions,
            RecommendationLifecycle lifecycle,
            RecommendationAccess access,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.comments = comments;
        this.mentions = mentions;
        this.lifecycle = lifecycle;
        this.access = access;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param unreached the names of those whom it names and who may not read it
     */
    public record Said(UUID comment, List<String> unreached) {}

    public Said comment(RecommendationCode code, Supplier<String> words, Visibility visibility, Actor actor) {
        var about = lifecycle.during(code, actor, seen -> requireMayComment(actor, visibility, seen));
        if (visibility.needsRelease()) {
            throw DomainException.ruleNotMet("visibility", "comment-within-the-network");
        }
        var typed = words.get();
        var found = mentions.in(typed, access.see(code, actor), visibility);
        var comment = comments.saveAndFlush(
                new Comment(about.recommendation(), found.words(), visibility, actor.id(), about.at()));
        var mentioned = found.words().mentioned();
        events.publishEvent(
                new ProgressEvent.Commented(about, comment.id(), visibility, mentioned, Map.of("comment", typed)));
        return new Said(comment.id(), found.unreached());
    }

    /** Words one's own comment anew; who may read it stays as it was. */
    public Said edit(RecommendationCode code, UUID id, Supplier<String> words, Actor actor) {
        var before = own(code, id, actor);
        var about = lifecycle.during(code, actor, seen -> requireMayComment(actor, before.visibility(), seen));
        requireEditable(before);
        var found = mentions.in(words.get(), access.see(code, actor), before.visibility());
        var added = before.edit(found.words(), about.at());
        comments.saveAndFlush(before);
        events.publishEvent(new ProgressEvent.CommentEdited(about, id, before.visibility(), added));
        return new Said(id, found.unreached());
    }

    private void requireMayComment(Actor actor, Visibility visibility, Seen seen) {
        var permission = visibility == Visibility.TEAM ? Permission.COMMENT_ADD : Permission.COMMENT_ADD_NETWORK;
        access.require(actor, permission, seen);
    }

    private void requireEditable(Comment comment) {
        if (!comment.mayBeEdited(comment.writtenBy(), clock.instant())) {
            throw DomainException.ruleNotMet("text", "comment-still-fresh");
        }
    }

    /** One's own comment as it was typed, to be changed. */
    @Transactional(readOnly = true)
    public String typed(RecommendationCode code, UUID id, Actor actor) {
        var comment = own(code, id, actor);
        requireEditable(comment);
        var known = people.byId(comment.words().mentioned());
        return comment.words().typed(person -> loginOf(known.get(person)));
    }

    private static @Nullable String loginOf(@Nullable Person person) {
        return person == null ? null : person.login();
    }

    private Comment own(RecommendationCode code, UUID id, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.COMMENT_ADD_NETWORK, seen);
        var comment = comments.findByIdAndRecommendationId(id, seen.id())
                .filter(found -> shows(seen, found.visibility()))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (!comment.writtenBy().equals(actor.id())) {
            throw new DomainException(
                    ProblemType.NOT_PERMITTED, Map.of("permission", Permission.COMMENT_ADD_NETWORK.key()));
        }
        return comment;
    }

    /** Comments that the reader may see, oldest first. */
    @Transactional(readOnly = true)
    public List<CommentView> comments(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var shown = comments.findOf(seen.id()).stream()
                .filter(comment -> shows(seen, comment.visibility()))
                .toList();
        var names = names(shown);
        var writes = access.permits(actor, Permission.COMMENT_ADD_NETWORK, seen);
        return shown.stream()
                .map(comment -> view(comment, names, writes, actor))
                .toList();
    }

    private CommentView view(Comment comment, Map<UUID, String> names, boolean writes, Actor actor) {
        return new CommentView(
                comment.id(),
                comment.words().parts(names::get),
                comment.visibility(),
                names.get(comment.writtenBy()),
                comment.writtenAt(),
                comment.editedAt(),
                writes && comment.mayBeEdited(actor.id(), clock.instant()));
    }

    private static boolean shows(Seen seen, Visibility visibility) {
        return seen.reading() != Reading.NOTHING
                && visibility.compareTo(seen.reading().from()) >= 0;
    }

    /** Nobody from outside the network reads comments, so everybody in them is named. */
    private Map<UUID, String> names(List<Comment> shown) {
        Set<UUID> named = shown.stream()
                .flatMap(comment -> Stream.concat(Stream.of(comment.writtenBy()), comment.words().mentioned().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return people.byId(named).values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Who may be meant by what somebody began to type after an at-sign. */
    @Transactional(readOnly = true)
    public List<Suggestion> whom(RecommendationCode code, String begun, Visibility visibility, Actor actor) {
        var seen = access.see(code, actor);
        requireMayComment(actor, visibility, seen);
        return mentions.suggest(begun, seen, visibility, actor);
    }
}
