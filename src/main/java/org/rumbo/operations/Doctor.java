package org.rumbo.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.rumbo.exchange.SheetCheck;
import org.rumbo.ledger.LedgerCheck;
import org.rumbo.ledger.SealCheck;
import org.rumbo.ledger.Sealing;
import org.rumbo.ledger.SealingProblem;
import org.rumbo.progress.RoundReading;
import org.rumbo.recommendation.EvidenceFileCheck;
import org.rumbo.recommendation.RecommendationCheck;
import org.rumbo.recommendation.Standing;
import org.rumbo.source.ImportCheck;
import org.rumbo.workflow.ProcessPositions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares every item with its process, its ledger and its list rows, and names whatever does not agree. */
@Service
public class Doctor {
    private final RecommendationCheck recommendations;
    private final LedgerCheck ledger;
    private final ProcessPositions positions;
    private final EvidenceFileCheck files;
    private final RoundReading rounds;
    private final TransactionTemplate database;
    private final ImportCheck imports;
    private final SheetCheck sheets;
    private final SealCheck seals;
    private final Sealing sealing;

    Doctor(
            RecommendationCheck recommendations,
            LedgerCheck ledger,
            ProcessPositions positions,
            EvidenceFileCheck files,
            RoundReading rounds,
            ImportCheck imports,
            SheetCheck sheets,
            SealCheck seals,
            Sealing sealing,
            PlatformTransactionManager transactions) {
        this.recommendations = recommendations;
        this.ledger = ledger;
        this.positions = positions;
        this.files = files;
        this.rounds = rounds;
        this.database = new TransactionTemplate(transactions);
        this.database.setReadOnly(true);
        this.imports = imports;
        this.sheets = sheets;
        this.seals = seals;
        this.sealing = sealing;
    }

    /**
     * @param findings one line per contradiction; empty where all is well
     */
    public record Diagnosis(int recommendations, int events, List<String> findings) {
        public boolean isHealthy() {
            return findings.isEmpty();
        }

        Diagnosis with(List<String> more) {
            var all = new ArrayList<>(findings);
            all.addAll(more);
            return new Diagnosis(recommendations, events, all);
        }
    }

    /** Files come last, when nothing in the database is held any more: they may lie on another machine. */
    public Diagnosis examine() {
        var diagnosis = Objects.requireNonNull(database.execute(status -> examineRows()));
        var findings = new ArrayList<>(diagnosis.findings());
        findings.addAll(files.contradictions());
        findings.addAll(imports.filesThatAreNot());
        sealing.examine().map(SealingProblem::text).ifPresent(findings::add);
        return new Diagnosis(diagnosis.recommendations(), diagnosis.events(), findings);
    }

    /** Rebuilds the ledger's trees from what is stored; takes its time, a row after the other. */
    public SealCheck.Seals examineSeals() {
        return seals.examine();
    }

    /** What the rows alone tell, within the caller's transaction. */
    public Diagnosis examineRows() {
        var findings = new ArrayList<String>();
        var lives = positions.lives();
        var chains = ledger.chains();
        var standings = new ArrayList<Standing>();
        recommendations.standings(standings::add);
        for (var standing : standings) {
            compareWithProcess(standing, lives, findings);
            compareWithLedger(standing, chains, findings);
        }
        var known = standings.stream().map(Standing::code).toList();
        lives.keySet().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> findings.add(code + ": a process runs for an item that does not exist"));
        compareRounds(findings);
        compareImports(findings);
        findings.addAll(imports.contradictions());
        findings.addAll(recommendations.contradictions());
        findings.addAll(ledger.contradictions());
        findings.addAll(sheets.contradictions());
        compareHashes(files.hashes(), ledger.hashesOfEvidence(), findings);
        var events =
                chains.values().stream().mapToInt(LedgerCheck.Chain::events).sum();
        return new Diagnosis(standings.size(), events, findings);
    }

    /** A file that was exchanged together with its row still has another hash than the one that was recorded. */
    private static void compareHashes(Map<UUID, String> own, Map<UUID, String> recorded, List<String> findings) {
        var all = new TreeSet<>(own.keySet());
        all.addAll(recorded.keySet());
        for (var evidence : all) {
            if (!Objects.equals(own.get(evidence), recorded.get(evidence))) {
                findings.add("evidence %s: the hash of its file is %s, the ledger says %s"
                        .formatted(evidence, own.get(evidence), recorded.get(evidence)));
            }
        }
    }

    /** Each open update round has its process, which waits for those for whom the round waits; a closed one has none. */
    private void compareRounds(List<String> findings) {
        var parts = rounds.openParts();
        var found = positions.rounds();
        var keys = new TreeSet<>(parts.keySet());
        keys.addAll(found.keySet());
        for (var key : keys) {
            var expected = ProcessPositions.expectedTasks(parts.getOrDefault(key, Map.of()));
            var tasks = found.getOrDefault(key, List.of()).stream().sorted().toList();
            if (!tasks.equals(expected)) {
                findings.add("round %s: its process waits at %s, it should wait at %s".formatted(key, tasks, expected));
            }
        }
    }

    /** Each open import of a paper has its process, which stands where the import does; one that is over has none. */
    private void compareImports(List<String> findings) {
        var open = imports.open();
        var found = positions.imports();
        var keys = new TreeSet<>(open.keySet());
        keys.addAll(found.keySet());
        for (var key : keys) {
            var state = open.get(key);
            var expected = state == null ? List.<String>of() : ProcessPositions.expected(state);
            var steps = found.getOrDefault(key, List.of());
            if (!steps.equals(expected)) {
                findings.add(
                        "import %s: its process stands at %s, it should stand at %s".formatted(key, steps, expected));
            }
        }
    }

    private static void compareWithProcess(Standing standing, Map<String, List<String>> lives, List<String> findings) {
        var expected = ProcessPositions.expected(standing.state(), standing.claim(), standing.evaluationOpen());
        var found = lives.getOrDefault(standing.code(), List.of());
        if (!found.equals(List.of(expected))) {
            findings.add(
                    "%s: its process stands at %s, it should stand at %s".formatted(standing.code(), found, expected));
        }
    }

    private static void compareWithLedger(
            Standing standing, Map<UUID, LedgerCheck.Chain> chains, List<String> findings) {
        var chain = chains.get(standing.id());
        if (chain == null) {
            findings.add(standing.code() + ": it has no ledger event");
            return;
        }
        if (chain.revision() != standing.revision() || chain.events() != standing.revision()) {
            findings.add("%s: it counts %d events, the newest is number %d of %d"
                    .formatted(standing.code(), standing.revision(), chain.revision(), chain.events()));
        }
        var image = chain.image();
        var own = Map.of(
                "state", standing.state().name(),
                "claim", standing.claim().name(),
                "evaluationOpen", String.valueOf(standing.evaluationOpen()),
                "position", standing.position().name(),
                "self", standing.self().name(),
                "validated", standing.validated().name(),
                "markersTotal", String.valueOf(standing.markersTotal()),
                "markersMet", String.valueOf(standing.markersMet()));
        own.forEach((field, value) -> {
            var recorded = image.path(field).asString();
            if (!recorded.equals(value)) {
                findings.add("%s: its %s is %s, the ledger says %s".formatted(standing.code(), field, value, recorded));
            }
        });
    }
}
