package org.rumbo.source;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins imports of papers and gives them up. The same file is imported once. */
@Service
@Transactional
public class PaperImports {
    private static final Pattern KEY = Pattern.compile("[A-Z0-9]{2,10}-\\d{4}");

    private final ImportRows rows;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperImports(ImportRows rows, AccessPolicy policy, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /** @param begun false where the same file was imported before: this is that import, and nothing was created */
    public record Begun(UUID id, boolean begun) {}

    /** Refuses (403) who may not import, before anything that she sends along is looked at. */
    public void requireMayImport(Actor actor) {
        policy.require(actor, Permission.PAPER_IMPORT, AccessTarget.NETWORK);
    }

    /** The form of a key, without which nothing has a code. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** Begins to import a paper, which is read in the background. */
    public Begun begin(PaperCommand command, Actor actor) {
        requireMayImport(actor);
        return begin(command, actor.id());
    }

    /** The same for whoever runs this installation. */
    public Begun beginOnCommand(PaperCommand command) {
        return begin(command, (UUID) null);
    }

    private Begun begin(PaperCommand command, @Nullable UUID by) {
        if (command.key() != null && !isKey(command.key())) {
            throw DomainException.ruleNotMet("key", "paper-key-form");
        }
        var earlier = rows.ofFile(command.file().sha256());
        if (earlier.isPresent()) {
            return new Begun(earlier.get().id(), false);
        }
        if (command.key() != null && rows.isOpen(command.key())) {
            throw new DomainException(ProblemType.IMPORT_OPEN, Map.of("paper", command.key()));
        }
        var id = UUID.randomUUID();
        rows.add(id, command, by, clock.instant());
        events.publishEvent(new PaperEvent.PaperImported(
                id, by, command.file().sha256(), command.file().size()));
        return new Begun(id, true);
    }

    /** Gives an import up before anything was created; what was read of it stays readable. */
    public void cancel(UUID id, Actor actor) {
        cancel(id, () -> null, actor);
    }

    /**
     * Likewise.
     *
     * @param typed why; null where nobody asked
     */
    public void cancel(UUID id, Supplier<@Nullable String> typed, Actor actor) {
        requireMayImport(actor);
        var paper = rows.lock(id);
        if (paper.state() != ImportState.READING && paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE, Map.of("state", paper.state()));
        }
        var reason = typed.get();
        rows.giveUp(id, reason, clock.instant());
        events.publishEvent(new PaperEvent.ImportCancelled(id, actor.id(), reason));
    }
}
