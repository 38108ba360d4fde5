package org.rumbo.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.source.DecisionOfPassage;
import org.rumbo.source.ImportReading;
import org.rumbo.source.PaperCommand;
import org.rumbo.source.PaperDecisions;
import org.rumbo.source.PaperFiles;
import org.rumbo.source.PaperImports;
import org.rumbo.team.Actor;
import org.rumbo.workflow.ImportJobs;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Plays the demonstration's imports: one that gave recommendations the paper's words, and one that waits for decisions. */
@Component
@Profile("demo")
class DemoPapers {
    private static final String DONE = "ARC-2024";
    private static final String OPEN = "ARC-2029";

    private final PaperFiles files;
    private final PaperImports imports;
    private final PaperDecisions decisions;
    private final ImportReading reading;
    private final ImportJobs jobs;
    private final DemoCast people;

    DemoPapers(
            PaperFiles files,
            PaperImports imports,
            PaperDecisions decisions,
            ImportReading reading,
            ImportJobs jobs,
            DemoCast people) {
        this.files = files;
        this.imports = imports;
        this.decisions = decisions;
        this.reading = reading;
        this.jobs = jobs;
        this.people = people;
    }

    /** The network's own paper, whose recommendations are there: each passage is accepted as it was read. */
    void importKnown() {
        var director = people.director(1);
        var id = read("demo-paper.txt", DONE, director);
        var all = reading.read(id, director).passages().stream()
                .map(passage -> accepted(passage.passage()))
                .toList();
        decisions.decide(id, () -> all, director);
        jobs.run(id);
    }

    /** Another one, of which two passages are decided. */
    void importOpen() {
        var director = people.director(0);
        var id = read("demo-paper-next.txt", OPEN, director);
        decisions.note(
                id,
                () -> List.of(
                        accepted(1), decided(2, DecisionOfPassage.Verdict.SKIP, "It asks nobody outside the ports.")),
                director);
    }

    private UUID read(String file, String key, Actor director) {
        try (var content = new ClassPathResource("seeds/" + file).getInputStream()) {
            var command = new PaperCommand(
                    files.take(file, content), Language.of("en").orElseThrow(), key, null);
            var id = imports.begin(command, director).id();
            jobs.run(id);
            return id;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DecisionOfPassage accepted(int passage) {
        return decided(passage, DecisionOfPassage.Verdict.ACCEPT, null);
    }

    private static DecisionOfPassage decided(int passage, DecisionOfPassage.Verdict verdict, @Nullable String reason) {
        return new DecisionOfPassage(passage, verdict, List.of(), null, null, null, List.of(), List.of(), reason);
    }
}
