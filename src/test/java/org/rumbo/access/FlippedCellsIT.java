package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rumbo.access.Attempt.About;
import org.rumbo.access.Flips.Flip;
import org.rumbo.access.Flips.Who;
import org.rumbo.recommendation.State;
import org.rumbo.team.ExpectedAccess;
import org.rumbo.team.FlippedCell;
import org.rumbo.team.Permission;
import org.rumbo.testing.RumboTest;
import org.rumbo.testing.TestDatabase;

/**
 * Whether the access test would notice: every cell of the matrix, one after the other, answers otherwise in the running
 * application, and the row's attempts in that state are repeated until one gets what the signed-off table does not say.
 */
@RumboTest
@Tag("exhaustive")
class FlippedCellsIT {
    private static final ExpectedAccess EXPECTED = new ExpectedAccess();

    private final World world;
    private final FlippedCell policy;
    private final Judge judge;
    private long calls;

    FlippedCellsIT(World world, FlippedCell policy) {
        this.world = world;
        this.policy = policy;
        this.judge = new Judge(world, new Expectation(EXPECTED));
    }

    @Test
    void everyFlippedCellIsNoticed() {
        var flips = new ArrayList<Flip>();
        var unnoticed = new ArrayList<Flip>();
        for (var permission : Permission.values()) {
            for (var flip : new Flips(EXPECTED).of(permission.key(), hasStates(permission.key()))) {
                flips.add(flip);
                if (!isNoticed(permission, flip)) {
                    unnoticed.add(flip);
                }
            }
        }
        var reasons = reasons(flips);
        Report.line("Flipped cells (%s): %d flipped, %d noticed, %d of no consequence, %d calls"
                .formatted(
                        TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                        flips.size(),
                        flips.size() - unnoticed.size(),
                        reasons.size(),
                        calls));
        reasons.values().stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                .forEach((reason, count) -> Report.line("  of no consequence: %d, %s".formatted(count, reason)));
        assertThat(names(unnoticed)).isEqualTo(new TreeSet<>(reasons.keySet()));
    }

    private static TreeSet<String> names(List<Flip> flips) {
        return flips.stream().map(Flip::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isNoticed(Permission permission, Flip flip) {
        policy.put(permission, flip.column(), flip.words());
        try {
            return Attempts.all().stream()
                    .filter(attempt -> observes(attempt, flip.row()))
                    // Towards the whole network nobody is of another country.
                    .filter(attempt ->
                            attempt.about() != About.NETWORK || !flip.column().endsWith(" oth"))
                    .anyMatch(attempt -> itemsOf(flip).stream().anyMatch(item -> complains(attempt, flip, item)));
        } finally {
            policy.restore();
        }
    }

    private boolean complains(Attempt attempt, Flip flip, Item item) {
        calls++;
        return judge.complaint(attempt, Callers.in(flip.column(), item.country()), item)
                .isPresent();
    }

    /** What is read from an answer belongs to the rows of reading, whatever row the address is of. */
    private static boolean observes(Attempt attempt, String row) {
        return attempt.rows().contains(row)
                || (row.startsWith("item.read.") && attempt.rows().contains("item.read.released"))
                || (row.equals("history.read") && attempt.shows() == Attempt.Shows.TEXTS_OF_HISTORY);
    }

    private static boolean hasStates(String row) {
        return Attempts.all().stream()
                .filter(attempt -> observes(attempt, row))
                .anyMatch(attempt -> attempt.about() == About.ITEM);
    }

    private List<Item> itemsOf(Flip flip) {
        return world.items().stream()
                .filter(item -> flip.state() == null || item.state() == flip.state())
                .filter(item -> item.ofPaper() == (flip.who() == Who.OF_A_PAPER))
                .filter(item -> item.assigned() == (flip.who() == Who.ASSIGNED))
                .limit(1)
                .toList();
    }

    private static boolean isPublic(String row) {
        return row.startsWith("public") || row.equals("ledger.checkpoint") || row.equals("ledger.key");
    }

    /** Why nobody can notice a flip: something else says the same. Nothing else may go unnoticed. */
    private enum NoConsequence {
        ASKED_TO_SIGN_IN(
                "a visitor is asked to sign in before the table is",
                flip -> flip.column().equals("AN") && !isPublic(flip.row())),
        PUBLIC_ANYWAY(
                "what is public is not asked for by who has signed in",
                flip -> isPublic(flip.row()) && !flip.column().equals("AN")),
        NETWORK_HAS_NO_OTHER_COUNTRY(
                "nothing of the whole network is of another country",
                flip -> flip.state() == null && flip.column().endsWith(" oth") && !isOfCountry(flip.row())),
        NOT_SEEN(
                "what is not seen is not found, whatever one may do with it",
                flip -> flip.state() != null
                        && !flip.row().startsWith("item.read.")
                        && !isAskedOfTheNetwork(flip.row())
                        && !sees(flip)),
        READ_IN_FULL(
                "who reads an item in full reads what the network shares",
                flip -> flip.row().equals("item.read.network") && allows("item.read.full", flip)),
        READ_ANYWAY(
                "who reads more than what is released reads that too",
                flip -> flip.row().equals("item.read.released")
                        && (allows("item.read.full", flip) || allows("item.read.network", flip))
                        && !isAskedByLists(flip)),
        PUBLISHED_BY_READERS(
                "a report is shown to who publishes it, so she must be able to read it",
                flip -> flip.row().equals("report.publish") && !allowsAtAll("report.read", flip)),
        ARRANGED_IN_THE_OWN_TEAM_FIRST(
                "who may arrange no deputy in her own team is not asked about another",
                flip -> flip.row().equals("deputy.arrange") && flip.column().equals("TM oth")),
        READING_IS_EDITED_AFTER_EDITING(
                "the reading is asked for once editing is allowed",
                flip -> flip.row().equals("item.edit.reading") && !allows("item.edit", flip)),
        LINKED_BY_WHO_READS_IN_FULL(
                "who does not read an item in full is not shown the form of its links",
                flip -> flip.row().equals("link.edit") && !allows("item.read.full", flip)),
        HISTORY_READ_ANYWAY(
                "who reads all of a history reads what is released of it",
                flip -> flip.row().equals("history.read.released") && allows("history.read", flip));

        private final String reason;
        private final Predicate<Flip> covers;

        NoConsequence(String reason, Predicate<Flip> covers) {
            this.reason = reason;
            this.covers = covers;
        }

        private static boolean isOfCountry(String row) {
            return Set.of("item.propose", "report.asof", "deputy.arrange", "context.edit", "round.read", "round.submit")
                    .contains(row);
        }

        /** Some pages of the whole network ask for what one may do with any item: changes of many, texts to translate, updates. */
        private static boolean isAskedOfTheNetwork(String row) {
            return Set.of("item.edit", "translation.edit", "progress.draft").contains(row);
        }

        /** Lists ask those who do not read everything whether teams' own proposals are shown, of all countries at once. */
        private static boolean isAskedByLists(Flip flip) {
            return flip.state() == State.PROPOSED
                    && (flip.column().endsWith(" own") || flip.column().equals("EV"));
        }

        private static boolean allowsAtAll(String row, Flip flip) {
            return EXPECTED.allowsInSomeState(new ExpectedAccess.Case(row, flip.column(), 'P', true, true));
        }

        private static boolean sees(Flip flip) {
            return allows("item.read.full", flip)
                    || allows("item.read.network", flip)
                    || allows("item.read.released", flip);
        }

        private static boolean allows(String row, Flip flip) {
            var state = java.util.Objects.requireNonNull(flip.state());
            return EXPECTED.allows(new ExpectedAccess.Case(
                    row, flip.column(), state.letter(), flip.who() == Who.ASSIGNED, flip.who() == Who.OF_A_PAPER));
        }
    }

    private static Map<String, String> reasons(List<Flip> flips) {
        var reasons = new TreeMap<String, String>();
        for (var flip : flips) {
            Arrays.stream(NoConsequence.values())
                    .filter(known -> known.covers.test(flip))
                    .findFirst()
                    .ifPresent(known -> reasons.put(flip.toString(), known.reason));
        }
        return reasons;
    }
}
