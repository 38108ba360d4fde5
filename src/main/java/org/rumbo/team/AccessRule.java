package org.rumbo.team;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One cell of the access matrix. */
record AccessRule(List<Alternative> alternatives) {
    static final AccessRule REFUSED = new AccessRule(List.of());
    private static final Set<Character> STATES = Set.of('P', 'R', 'A', 'I', 'E', 'C');

    /** Reads a cell; a malformed one stops the start, because a wrong right is worse than none. */
    static AccessRule parse(String cell) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException("An empty cell says nothing: write '-' to refuse");
        }
        return cell.equals("-")
                ? REFUSED
                : new AccessRule(
                        Arrays.stream(cell.split("\\|")).map(Alternative::parse).toList());
    }

    boolean permits(AccessTarget target) {
        return alternatives.stream().anyMatch(alternative -> alternative.permits(target));
    }

    /** Whether the item's state is all that stands in the way. */
    boolean permitsInAnotherState(AccessTarget target) {
        return alternatives.stream().anyMatch(alternative -> alternative.concerns(target));
    }

    boolean permitsSomething() {
        return !alternatives.isEmpty();
    }

    enum Qualifier {
        ANY,
        ASG,
        PAPER,
        TEAM;

        boolean fits(AccessTarget target) {
            return switch (this) {
                case ANY -> true;
                case ASG -> target.assigned();
                case PAPER -> target.ofPaper();
                case TEAM -> !target.ofPaper();
            };
        }
    }

    record Alternative(Qualifier qualifier, Set<Character> states) {
        static Alternative parse(String text) {
            var colon = text.indexOf(':');
            var qualifier = colon < 0
                    ? Qualifier.ANY
                    : Qualifier.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
            return new Alternative(qualifier, states(text.substring(colon + 1)));
        }

        private static Set<Character> states(String text) {
            if (text.equals("all")) {
                return STATES;
            }
            var states = text.chars().mapToObj(letter -> (char) letter).collect(Collectors.toUnmodifiableSet());
            if (states.isEmpty() || !STATES.containsAll(states)) {
                throw new IllegalArgumentException("Not a set of states: " + text);
            }
            return states;
        }

        boolean permits(AccessTarget target) {
            return concerns(target) && allowsIn(target.state());
        }

        boolean concerns(AccessTarget target) {
            return qualifier.fits(target);
        }

        private boolean allowsIn(@Nullable Character state) {
            return state == null || states.contains(state);
        }
    }
}
