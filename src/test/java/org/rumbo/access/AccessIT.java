package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.access.Attempt.About;
import org.rumbo.access.Callers.Caller;
import org.rumbo.team.ExpectedAccess;
import org.rumbo.testing.Records;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The access matrix over real HTTP with the real filters: everybody tries everything in every state, over the API and on
 * pages, and gets what the signed-off table says. A refusal has its exact name, changes nothing and tells nothing.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final ExpectedAccess EXPECTED = new ExpectedAccess();

    private final World world;
    private final Records records;
    private final Addresses addresses;
    private final Judge judge;
    private final Set<String> cells = new HashSet<>();
    private long calls;

    AccessIT(World world, Records records, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.world = world;
        this.records = records;
        this.addresses = new Addresses(requestMappingHandlerMapping);
        this.judge = new Judge(world, new Expectation(EXPECTED));
    }

    private record Call(Caller caller, Item item) {}

    static List<Attempt> attempts() {
        return Attempts.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void everybodyGetsWhatTheTableSays(Attempt attempt) {
        var before = records.digest();
        var calling = new ArrayList<Call>();
        for (var item : itemsFor(attempt)) {
            for (var caller : callersFor(attempt, item)) {
                attempt.rows().forEach(row -> cells.add(cell(row, caller, item, attempt.about())));
                calling.add(new Call(caller, item));
            }
        }
        calls += calling.size();
        // Who only reads need not wait for the others.
        var atOnce = attempt.method().equals("GET") ? calling.parallelStream() : calling.stream();
        assertThat(atOnce.flatMap(call -> judge.complaint(attempt, call.caller(), call.item()).stream())
                        .toList())
                .isEmpty();
        if (!attempt.answers().contains("201")) {
            assertThat(records.digest()).as("nothing is changed by " + attempt).isEqualTo(before);
        }
    }

    private List<Item> itemsFor(Attempt attempt) {
        return attempt.about() == About.ITEM || attempt.about() == About.LIST
                ? world.items()
                : world.items().subList(0, 1);
    }

    /** Towards the whole network nobody is of another country; being assigned makes a difference to evaluators alone. */
    private static List<Caller> callersFor(Attempt attempt, Item item) {
        if (item.assigned()) {
            return List.of(new Caller("EV", "evaluator.a"), new Caller("EV", "evaluator.b"));
        }
        var callers = new ArrayList<>(Callers.towards(item.country()));
        // Where an item comes from makes a difference to funders alone; pages ask whom the API asks.
        if (item.ofPaper() && attempt.isPage()) {
            callers.removeIf(caller -> !Set.of("TM oth", "CC own", "FU").contains(caller.column()));
        }
        if (attempt.about() == About.NETWORK) {
            callers.removeIf(caller -> caller.column().endsWith(" oth"));
        }
        return callers;
    }

    private static String cell(String row, Caller caller, Item item, About about) {
        return about == About.ITEM || about == About.LIST
                ? row + "|" + caller.column() + "|" + item.state() + item.isAssigned(caller) + item.ofPaper()
                : row + "|" + caller.column();
    }

    @Test
    void everyAddressIsTriedHere() {
        var tried = attempts().stream().map(Attempt::endpoint).collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(OF_LIBRARIES);
        assertThat(addresses.all().keySet()).isEqualTo(tried);
    }

    /** What libraries answer: for whoever has signed in, and for her alone. */
    private static final Set<String> OF_LIBRARIES = Set.of("GET /api/v1/openapi.json", "GET /api/v1/openapi.json.yaml");

    @ParameterizedTest
    @MethodSource("ofLibraries")
    void whatLibrariesAnswerIsForWhoeverHasSignedIn(String path) {
        var callers = world.callers();
        assertThat(callers.send(null, "GET", path, Map.of(), null).reason()).isEqualTo("401 not-signed-in");
        assertThat(callers.send("nobody", "GET", path, Map.of(), null).status()).isEqualTo(200);
    }

    static Stream<String> ofLibraries() {
        return OF_LIBRARIES.stream().map(address -> address.substring("GET ".length()));
    }

    /** The row that a handler names is the one, or one of those, that it was tried for. */
    @Test
    void everyHandlerNamesItsRow() {
        var rows = new HashMap<String, Set<String>>();
        attempts().forEach(attempt -> rows.computeIfAbsent(attempt.endpoint(), endpoint -> new TreeSet<>())
                .addAll(attempt.rows()));
        rows.forEach((endpoint, tried) ->
                assertThat(tried).as(endpoint).contains(addresses.all().get(endpoint)));
    }

    @Test
    void everyRowIsObserved() {
        var observed =
                attempts().stream().flatMap(attempt -> attempt.rows().stream()).collect(Collectors.toSet());
        assertThat(observed).containsAll(rowsOfTheirOwn());
        assertThat(EXPECTED.actions()).containsAll(observed);
    }

    /** The others are read from what an answer holds: {@link Attempt.Shows}. */
    private static Set<String> rowsOfTheirOwn() {
        var rows = new TreeSet<>(EXPECTED.actions());
        rows.removeAll(Set.of("item.read.full", "item.read.network", "history.read"));
        return rows;
    }

    @AfterAll
    void report() {
        var line = "Access over HTTP (%s): %d cells of %d rows, %d calls to %d addresses, %d attempts by %d callers"
                .formatted(
                        TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                        cells.size(),
                        EXPECTED.actions().size(),
                        calls,
                        addresses.all().size(),
                        attempts().size(),
                        Callers.towards("PE").size() + 1);
        Report.line(line);
    }
}
