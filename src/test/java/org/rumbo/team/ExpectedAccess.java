package org.rumbo.team;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The matrix as it was signed off, read by code of its own: it shares neither file nor parser with what it checks. */
public final class ExpectedAccess {
    public static final List<String> COLUMNS =
            List.of("TM own", "TM oth", "CC own", "CC oth", "ND", "EV", "FU", "AU", "AD", "AN");
    public static final String STATES = "PRAIEC";

    /** Who asks, for what: one coordinate of the table. */
    public record Case(String action, String column, char state, boolean assigned, boolean ofPaper) {}

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    public ExpectedAccess() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ExpectedAccess.class.getResourceAsStream("/team/expected-access.txt")),
                StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split("\\|", -1)) {
            if (cell.isBlank()) {
                throw new IllegalStateException("An empty cell: " + line);
            }
            cells.add(cell.strip());
        }
        var action = cells.remove(0);
        if (cells.size() != COLUMNS.size() || rows.put(action, cells) != null) {
            throw new IllegalStateException("A row of another width, or a second one: " + line);
        }
    }

    public Set<String> actions() {
        return rows.keySet();
    }

    public boolean allows(Case asked) {
        return alternatives(asked).anyMatch(words -> stateFits(words, asked.state()));
    }

    /** Whether it would be allowed in some other state. */
    public boolean allowsInSomeState(Case asked) {
        return alternatives(asked).findAny().isPresent();
    }

    private java.util.stream.Stream<List<String>> alternatives(Case asked) {
        var cell = Objects.requireNonNull(rows.get(asked.action()), () -> "No row for " + asked.action())
                .get(COLUMNS.indexOf(asked.column()));
        return java.util.Arrays.stream(cell.split(";"))
                .map(alternative -> List.of(alternative.strip().split(" +")))
                .filter(words -> !words.equals(List.of("no")))
                .filter(words -> !words.contains("asg") || asked.assigned())
                .filter(words -> !words.contains("paper") || asked.ofPaper())
                .filter(words -> !words.contains("team") || !asked.ofPaper());
    }

    private static boolean stateFits(List<String> words, char state) {
        return words.contains("all") || words.contains(String.valueOf(state));
    }
}
