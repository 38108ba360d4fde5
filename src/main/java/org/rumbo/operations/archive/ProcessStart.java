package org.rumbo.operations.archive;

import java.util.Map;
import org.rumbo.ledger.LedgerCheck;
import org.rumbo.progress.RoundReading;
import org.rumbo.recommendation.RecommendationCheck;
import org.rumbo.shared.InstallationFact;
import org.rumbo.source.ImportCheck;
import org.rumbo.workflow.ProcessRebuild;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts every process where its item, its round or its import of a paper stands, from what the rows say. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProcessStart {
    private final RecommendationCheck recommendations;
    private final LedgerCheck ledger;
    private final RoundReading rounds;
    private final ImportCheck imports;
    private final ProcessRebuild processes;
    private final ApplicationEventPublisher events;

    ProcessStart(
            RecommendationCheck recommendations,
            LedgerCheck ledger,
            RoundReading rounds,
            ImportCheck imports,
            ProcessRebuild processes,
            ApplicationEventPublisher events) {
        this.recommendations = recommendations;
        this.ledger = ledger;
        this.rounds = rounds;
        this.imports = imports;
        this.processes = processes;
        this.events = events;
    }

    /** Ends what runs and starts all anew: for an engine that no longer agrees with the items. Says how many processes ended. */
    @Transactional
    public int startAllAgain() {
        var ended = processes.clear();
        startAll();
        events.publishEvent(new InstallationFact("process.rebuilt", Map.of("ended", ended)));
        return ended;
    }

    public void startAll() {
        var claims = recommendations.openClaims();
        var reminded = ledger.last("claim.remind");
        var escalated = ledger.last("claim.escalate");
        recommendations.standings(standing -> processes.start(new ProcessRebuild.Life(
                standing.code(),
                standing.state(),
                standing.claim(),
                standing.evaluationOpen(),
                claims.get(standing.id()),
                reminded.get(standing.id()),
                escalated.get(standing.id()))));
        rounds.openParts().forEach(processes::startRound);
        imports.open().forEach(processes::startImport);
    }
}
