package org.rumbo.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rumbo.access.Attempt.About;
import org.rumbo.access.Attempt.Shows;
import org.rumbo.access.Callers.Caller;
import org.rumbo.access.Expectation.Reading;
import org.rumbo.access.Item.Planted;

/** Lets somebody try something and says what is not as the signed-off table has it. */
final class Judge {
    private static final Set<Integer> NEVER = Set.of(400, 401, 404, 405, 406, 415);

    private final World world;
    private final Expectation expectation;

    Judge(World world, Expectation expectation) {
        this.world = world;
        this.expectation = expectation;
    }

    /** What is wrong with the answer; empty where nothing is. */
    Optional<String> complaint(Attempt attempt, Caller caller, Item item) {
        var reply = world.callers()
                .send(caller.login(), attempt.method(), world.path(attempt, item), Map.of(), world.body(attempt));
        var expected = expectation.of(attempt, caller, item);
        var wrong = expected.equals(Expectation.ALLOWED)
                ? wrongWithAllowed(attempt, caller, item, reply)
                : wrongWithRefused(expected, reply);
        if (wrong.isEmpty() && caller.column().equals("FU") && attempt.about() != About.PUBLIC) {
            wrong = world.name(reply);
        }
        return wrong.map(what -> caller + ", " + attempt + ", " + item + ": " + what);
    }

    private Optional<String> wrongWithRefused(String expected, Wire.Reply reply) {
        if (!reply.reason().equals(expected)) {
            return Optional.of("expected " + expected + ", was " + reply.reason());
        }
        return world.leak(reply, Reading.NOTHING);
    }

    private Optional<String> wrongWithAllowed(Attempt attempt, Caller caller, Item item, Wire.Reply reply) {
        if (!isAllowed(attempt, reply)) {
            return Optional.of("expected to be allowed, was " + reply.reason());
        }
        var reading = readingOf(attempt, caller, item);
        var leak = world.leak(reply, reading);
        return leak.isPresent() ? leak : missing(attempt, item, reading, reply);
    }

    private static boolean isAllowed(Attempt attempt, Wire.Reply reply) {
        if (!attempt.answers().isEmpty()) {
            return attempt.answers().contains(reply.reason());
        }
        return reply.status() < 500
                && !NEVER.contains(reply.status())
                && !reply.reason().equals("302 /login")
                && !Set.of("not-permitted", "wrong-state", "form-expired").contains(reply.problem());
    }

    private Reading readingOf(Attempt attempt, Caller caller, Item item) {
        if (attempt.about() == About.PUBLIC || caller.login() == null) {
            return Reading.NOTHING;
        }
        return attempt.shows() == Shows.TEXTS_OF_HISTORY
                ? expectation.readingOfHistory(caller, item)
                : expectation.reading(caller, item);
    }

    /** What the answer does not hold although its reader may see it. */
    private Optional<String> missing(Attempt attempt, Item item, Reading reading, Wire.Reply reply) {
        if (attempt.shows() == Shows.ITEM_ITSELF) {
            return reply.text().contains(item.code()) == (reading != Reading.NOTHING)
                    ? Optional.empty()
                    : Optional.of("the item is " + (reading == Reading.NOTHING ? "there" : "missing"));
        }
        return plantedIn(attempt, item).stream()
                .filter(word -> world.mayRead(word, reading))
                .filter(word -> !reply.text().contains(word))
                .findFirst()
                .map(word -> "a text is missing that may be read: " + word);
    }

    private List<String> plantedIn(Attempt attempt, Item item) {
        var words = new ArrayList<String>();
        var kind =
                switch (attempt.shows()) {
                    case EVIDENCE -> Planted.EVIDENCE;
                    case COMMENTS, TEXTS_OF_HISTORY -> Planted.COMMENTS;
                    case NOTES -> Planted.NOTES;
                    case ACTIONS -> Planted.ACTIONS;
                    case INDICATORS -> Planted.INDICATORS;
                    case NOTHING, ITEM_ITSELF -> null;
                };
        if (kind != null && item.planted().contains(kind)) {
            words.addAll(
                    switch (attempt.shows()) {
                        // The API's history tells reasons alone, and those are the team's.
                        case TEXTS_OF_HISTORY -> world.words().subList(0, 1);
                        case INDICATORS -> world.words().subList(1, 2);
                        default -> world.words();
                    });
        }
        return words;
    }
}
