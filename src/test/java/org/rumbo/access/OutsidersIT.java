package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rumbo.access.Callers.Caller;
import org.rumbo.access.Expectation.Reading;
import org.rumbo.team.ExpectedAccess;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What outsiders can fetch: everything that the application answers to a reading request, in each language, whole or as a part
 * of a page, with every filter, found or not. Nothing of it holds a word that was written for others, in body or headers.
 */
@RumboTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsidersIT {
    private static final Set<String> LANGUAGES = Set.of("en", "es", "pt");

    private final World world;
    private final Addresses addresses;
    private final Expectation expectation = new Expectation(new ExpectedAccess());
    private final LongAdder fetched = new LongAdder();

    OutsidersIT(World world, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.world = world;
        this.addresses = new Addresses(requestMappingHandlerMapping);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "FU", "CC oth", "EV", "AD", "no role"})
    void fetchNothingThatWasWrittenForOthers(String column) {
        var caller = Callers.in(column, "PE");
        var complaints = new LinkedHashSet<String>();
        var isFunder = caller.column().equals("FU");
        // How an answer is worded is seen on one item for all; what it holds depends on each item's state.
        var items = isFunder || caller.column().equals("CC oth")
                ? world.items()
                : world.items().subList(0, 3);
        for (var item : items) {
            var isFirst = item.equals(items.get(0));
            var languages = isFirst && isFunder ? LANGUAGES : Set.of("es");
            complaints.addAll((isFirst ? paths(item) : pathsOf(item))
                    .parallelStream()
                            .flatMap(path -> languages.stream()
                                    .flatMap(language -> read(caller, path, language, isFirst, item).stream()))
                            .toList());
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> read(Caller caller, String path, String language, boolean alsoAsPart, Item item) {
        var complaints = new ArrayList<String>();
        for (var headers : List.of(
                Map.of("Accept-Language", language), Map.of("Accept-Language", language, "HX-Request", "true"))) {
            fetched.increment();
            var reply = world.callers().send(caller.login(), "GET", path, headers, null);
            world.leak(reply, reading(caller, path, item))
                    .ifPresent(leak -> complaints.add(caller + " " + path + ": " + leak));
            if (reply.status() >= 500 && !path.equals("/error")) {
                complaints.add(caller + " " + path + ": " + reply.reason());
            }
            if (caller.column().equals("FU")) {
                world.name(reply).ifPresent(name -> complaints.add(caller + " " + path + ": " + name));
            }
            if (path.startsWith("/api/") || !alsoAsPart) {
                break;
            }
        }
        return complaints;
    }

    /** Of an item as much as she reads of it; of its history what was released, unless she reads all of it. */
    private Reading reading(Caller caller, String path, Item item) {
        if (caller.login() == null) {
            return Reading.NOTHING;
        }
        // Lists and reports hold all items, and of each what she reads of it.
        var whole = path.contains(item.code()) ? item : bestRead(caller);
        return path.contains("/history")
                ? expectation.readingOfHistory(caller, whole)
                : expectation.reading(caller, whole);
    }

    private Item bestRead(Caller caller) {
        return world.items().stream()
                .max(Comparator.comparing((Item item) -> expectation.reading(caller, item)))
                .orElseThrow();
    }

    /** Every reading address; whoever maps one with a new variable says here what stands for it. */
    private List<String> paths(Item item) {
        var paths = new ArrayList<String>();
        for (var address : addresses.all().keySet()) {
            if (address.startsWith("GET ") && !address.equals("GET /login")) {
                var pattern = address.substring("GET ".length());
                var path = world.path(ofAddress(address), item);
                assertThat(path).as(address).doesNotContain("{");
                paths.add(path);
                if (pattern.endsWith("/recommendations") || pattern.equals("/search")) {
                    // What somebody asks for is shown to her again, so she asks for all but the end of it.
                    for (var word : world.words()) {
                        paths.add(pattern + "?q=" + word.substring(0, word.length() - 1));
                        paths.add(pattern + "?addressee=" + word.substring(0, word.length() - 1));
                    }
                    paths.addAll(List.of(
                            pattern + "?sort=-updated",
                            pattern + "?sort=due",
                            pattern + "?country=" + item.country() + "&state=" + item.state(),
                            pattern + "?theme=rights",
                            pattern + "?as=board",
                            pattern + "?as=timeline",
                            pattern + "?stale=true",
                            pattern + "?overdue=true"));
                }
                if (pattern.endsWith("/summary")
                        || pattern.endsWith("/history/as-of")
                        || pattern.contains("/reports/implementation")) {
                    paths.add(pattern.replace("{code}", item.code()) + "?asOf=2026-01-01");
                }
            }
        }
        paths.addAll(List.of("/no-such-page", "/recommendations/" + item.code() + "/none", "/api/v1/none"));
        return paths;
    }

    private List<String> pathsOf(Item item) {
        return paths(item).stream().filter(path -> path.contains(item.code())).toList();
    }

    private static Attempt ofAddress(String address) {
        return Attempts.all().stream()
                .filter(attempt -> attempt.endpoint().equals(address))
                .findFirst()
                .orElseGet(() -> Attempts.plain(address));
    }

    @AfterAll
    void report() {
        Report.line("Outsiders (%s): %d answers from %d addresses, %d words planted in each of %d items"
                .formatted(
                        TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                        fetched.sum(),
                        addresses.all().keySet().stream()
                                .filter(address -> address.startsWith("GET "))
                                .count(),
                        world.words().size(),
                        world.items().size()));
    }
}
