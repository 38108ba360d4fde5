package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.access.Attempt.About;
import org.rumbo.access.Callers.Caller;
import org.rumbo.access.Expectation.Reading;
import org.rumbo.access.Tricks.Request;
import org.rumbo.recommendation.State;
import org.rumbo.team.ExpectedAccess;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;

/**
 * Whoever is refused is refused however she writes it: another spelling of the address, another verb, another kind of content.
 * Nothing that is written differently fails or changes anything, not even for who has the right.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TricksIT {
    /** Every build tries each trick at every so many addresses, and each address with every so many tricks. */
    private static final int ONE_IN = 8;

    private final World world;
    private final Records records;
    private final Expectation expectation = new Expectation(new ExpectedAccess());
    private Map<String, Object> before = Map.of();
    private long tried;

    TricksIT(World world, Records records) {
        this.world = world;
        this.records = records;
    }

    @BeforeAll
    void remember() {
        before = records.digest();
    }

    /** One attempt per address. */
    static List<Attempt> attempts() {
        var byAddress = new LinkedHashMap<String, Attempt>();
        Attempts.all().stream()
                .filter(attempt ->
                        attempt.about() != About.PUBLIC && !attempt.answers().contains("201"))
                .forEach(attempt -> byAddress.putIfAbsent(attempt.endpoint(), attempt));
        return List.copyOf(byAddress.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void noSpellingOpensWhatIsRefused(Attempt attempt) {
        tricksAt(attempt, ONE_IN);
    }

    @Tag("exhaustive")
    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void noneOfAllSpellingsOpensWhatIsRefused(Attempt attempt) {
        tricksAt(attempt, 1);
    }

    static List<Attempt> changes() {
        return attempts().stream().filter(attempt -> attempt.body() != null).toList();
    }

    /** A browser sends its cookies to whoever makes it: a change that rests on them alone is none. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void noChangeIsMadeBySessionAlone(Attempt attempt) {
        var item = proposalOfTeam();
        var body = new LinkedHashMap<String, Object>(Objects.requireNonNull(world.body(attempt)));
        if (attempt.isPage()) {
            body.put("_csrf", "");
        }
        var session = Map.of("Cookie", world.callers().cookie("coordinator.pe"));
        var reply = world.callers().send(null, attempt.method(), world.path(attempt, item), session, body);
        assertThat(reply.reason()).isEqualTo("403 form-expired");
        assertThat(records.digest()).as("nothing is changed").isEqualTo(before);
    }

    private void tricksAt(Attempt attempt, int oneIn) {
        var item = proposalOfTeam();
        var complaints = new ArrayList<String>();
        for (var column : List.of("AN", "FU", "CC oth", "CC own")) {
            if (column.endsWith(" oth") && attempt.about() == About.NETWORK) {
                continue;
            }
            var caller = Callers.in(column, item.country());
            var refused = !expectation.of(attempt, caller, item).equals(Expectation.ALLOWED);
            var plain = new Request(attempt.method(), world.path(attempt, item), Map.of(), world.body(attempt));
            var tricks = Tricks.on(plain);
            var first = attempts().indexOf(attempt) % oneIn;
            var chosen = IntStream.range(0, tricks.size())
                    .filter(number -> number % oneIn == first)
                    .mapToObj(tricks::get)
                    .toList();
            tried += chosen.size();
            complaints.addAll(chosen.parallelStream()
                    .flatMap(trick -> wrong(trick, caller, refused && !isAnotherAddress(trick, attempt)).stream())
                    .toList());
        }
        assertThat(complaints).isEmpty();
        assertThat(records.digest()).as("nothing is changed").isEqualTo(before);
    }

    /** Another verb of the same path may be an address of its own, with rights of its own, which is tried elsewhere. */
    private static boolean isAnotherAddress(Request trick, Attempt attempt) {
        var verb = trick.method().equals("HEAD") ? "GET" : trick.method();
        return !verb.equals(attempt.method())
                && Attempts.all().stream().anyMatch(other -> other.endpoint().equals(verb + " " + attempt.pattern()));
    }

    private Item proposalOfTeam() {
        return world.items().stream()
                .filter(item -> item.state() == State.PROPOSED && !item.ofPaper() && !item.assigned())
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> wrong(Request trick, Caller caller, boolean refused) {
        var reply = world.callers().send(caller.login(), trick.method(), trick.path(), trick.headers(), trick.body());
        var what = caller + ", " + trick + " was " + reply.reason();
        if (reply.status() >= 500) {
            return Optional.of(what);
        }
        if (!refused) {
            return Optional.empty();
        }
        var opened = reply.status() / 100 == 2 && !trick.path().equals("/login");
        return opened ? Optional.of(what) : world.leak(reply, Reading.NOTHING).map(leak -> what + " " + leak);
    }

    @AfterAll
    void report() {
        Report.line("Tricks (%s): %d requests written otherwise to %d addresses"
                .formatted(
                        TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                        tried,
                        attempts().size()));
    }
}
