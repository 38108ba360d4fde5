package org.rumbo.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rumbo.recommendation.State;
import org.rumbo.team.ExpectedAccess;

/** Every wrong answer that one cell of the matrix could give: each is one letter, or one word, of the table. */
final class Flips {
    private static final List<String> NOBODY = List.of();

    /**
     * One cell read otherwise.
     *
     * @param state whose answer is another; null where the row knows no states
     * @param who whom it concerns: everybody of the column, or one kind of item
     * @param words the cell as it reads then
     */
    record Flip(
            String row,
            String column,
            @org.jspecify.annotations.Nullable State state,
            Who who,
            String words) {
        @Override
        public String toString() {
            return row + " for " + column + (state == null ? "" : " in " + state) + " (" + who + ") becomes " + words;
        }
    }

    /** For whom a cell can answer differently: for evaluators by assignment, for funders by where an item comes from. */
    enum Who {
        EVERYBODY,
        ASSIGNED,
        NOT_ASSIGNED,
        OF_A_PAPER,
        OF_A_TEAM
    }

    private final ExpectedAccess table;

    Flips(ExpectedAccess table) {
        this.table = table;
    }

    List<Flip> of(String row, boolean hasStates) {
        var flips = new ArrayList<Flip>();
        for (var column : ExpectedAccess.COLUMNS) {
            if (!hasStates) {
                var allowed = table.allowsInSomeState(new ExpectedAccess.Case(row, column, 'P', true, true));
                flips.add(new Flip(row, column, null, Who.EVERYBODY, allowed ? "-" : "all"));
                continue;
            }
            for (var state : State.values()) {
                for (var who : whoIn(column)) {
                    flips.add(new Flip(row, column, state, who, cell(row, column, state, who)));
                }
            }
        }
        return flips;
    }

    private static List<Who> whoIn(String column) {
        return switch (column) {
            case "EV" -> List.of(Who.ASSIGNED, Who.NOT_ASSIGNED);
            case "FU" -> List.of(Who.OF_A_PAPER, Who.OF_A_TEAM);
            default -> List.of(Who.EVERYBODY);
        };
    }

    /** The whole cell with another answer in one state. */
    private String cell(String row, String column, State flipped, Who who) {
        var byQualifier = new LinkedHashMap<String, Set<Character>>();
        for (var state : State.values()) {
            var now = qualifiers(row, column, state);
            for (var qualifier : state == flipped ? toggled(now, who) : now) {
                byQualifier
                        .computeIfAbsent(qualifier, none -> new LinkedHashSet<>())
                        .add(state.letter());
            }
        }
        return byQualifier.isEmpty() ? "-" : words(byQualifier);
    }

    private static String words(Map<String, Set<Character>> byQualifier) {
        return byQualifier.entrySet().stream()
                .map(entry -> entry.getKey()
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    /** To whom the cell says yes in a state, as the table writes it. */
    private List<String> qualifiers(String row, String column, State state) {
        return switch (column) {
            case "EV" -> {
                if (allows(row, column, state, false, true)) {
                    yield List.of("");
                }
                yield allows(row, column, state, true, true) ? List.of("asg:") : NOBODY;
            }
            case "FU" -> {
                var said = new ArrayList<String>();
                if (allows(row, column, state, false, true)) {
                    said.add("paper:");
                }
                if (allows(row, column, state, false, false)) {
                    said.add("team:");
                }
                yield said;
            }
            default -> allows(row, column, state, false, true) ? List.of("") : NOBODY;
        };
    }

    private boolean allows(String row, String column, State state, boolean assigned, boolean ofPaper) {
        return table.allows(new ExpectedAccess.Case(row, column, state.letter(), assigned, ofPaper));
    }

    /** The table cannot allow the unassigned what it refuses the assigned, so a right is taken from both or given to both. */
    private static List<String> toggled(List<String> now, Who who) {
        return switch (who) {
            case EVERYBODY -> now.isEmpty() ? List.of("") : NOBODY;
            case ASSIGNED -> now.isEmpty() ? List.of("asg:") : NOBODY;
            case NOT_ASSIGNED -> now.contains("") ? List.of("asg:") : List.of("");
            case OF_A_PAPER -> without(now, "paper:");
            case OF_A_TEAM -> without(now, "team:");
        };
    }

    private static List<String> without(List<String> now, String qualifier) {
        var then = new ArrayList<>(now);
        if (!then.remove(qualifier)) {
            then.add(qualifier);
        }
        return then;
    }
}
