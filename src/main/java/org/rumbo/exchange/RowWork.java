package org.rumbo.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one row, or takes it back: whatever comes of it is noted in the same transaction, so that it is done once. */
@Component
class RowWork {
    private static final Logger LOG = LoggerFactory.getLogger(RowWork.class);
    private static final int TRIES = 3;

    private final SheetStore store;
    private final SheetLayouts layouts;
    private final Presence presence;
    private final RecommendationLifecycle lifecycle;
    private final TransactionTemplate transaction;

    RowWork(
            SheetStore store,
            SheetLayouts layouts,
            Presence presence,
            RecommendationLifecycle lifecycle,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.layouts = layouts;
        this.presence = presence;
        this.lifecycle = lifecycle;
        this.transaction = new TransactionTemplate(transactions);
    }

    private interface Step {
        /** What is noted where it went well. */
        Noted take();
    }

    private record Noted(String outcome, @Nullable String made) {}

    void make(UUID id, ImportRow row, Actor actor) {
        tried(id, row, false, () -> {
            var side = layouts.side(row.sheet());
            var code = row.code();
            var item = code == null ? null : held(code, row.sheet(), actor);
            if (code != null && item == null) {
                throw new DomainException(ProblemType.NOT_FOUND);
            }
            var now = row.verdict() == Verdict.NEW ? null : side.line(item, row.thing());
            if (row.verdict() != Verdict.NEW && now == null) {
                throw new DomainException(ProblemType.NOT_FOUND);
            }
            var isThere = now == null ? item != null && side.isThere(row.content(), item) : says(row, now, true);
            if (isThere) {
                return new Noted(ImportRow.SAME, null);
            }
            if (now != null && !says(row, now, false)) {
                throw new DomainException(ProblemType.VERSION_MISMATCH);
            }
            return new Noted(ImportRow.DONE, side.apply(row, item, now, actor));
        });
    }

    /** As it stands, and locked first: of two who do the same at once, the second looks at what the first one left. */
    private @Nullable Present held(String code, SheetKind kind, Actor actor) {
        lifecycle.lockedFor(new RecommendationCode(code), actor.id());
        return presence.changeable(List.of(code), EnumSet.of(kind), actor).get(code);
    }

    /** Whether what stands there reads as it will, or as it did when it was compared. */
    private static boolean says(ImportRow row, SheetSide.Line now, boolean after) {
        return row.content().changes().stream()
                .allMatch(change ->
                        Objects.equals(now.values().get(change.field()), after ? change.after() : change.before()));
    }

    void takeBack(UUID id, ImportRow row, Actor actor) {
        tried(id, row, true, () -> {
            if (row.code() != null) {
                lifecycle.lockedFor(new RecommendationCode(row.code()), actor.id());
            }
            layouts.side(row.sheet()).undo(row, actor);
            return new Noted(ImportRow.DONE, null);
        });
    }

    private void tried(UUID id, ImportRow row, boolean back, Step step) {
        for (var tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> {
                    var noted = step.take();
                    if (!store.note(id, row.place(), back, noted.outcome(), noted.made())) {
                        // Another node has done it meanwhile.
                        status.setRollbackOnly();
                    }
                });
                return;
            } catch (DomainException refused) {
                store.note(id, row.place(), back, key(refused), null);
                return;
            } catch (AlreadyThere same) {
                store.note(id, row.place(), back, ImportRow.SAME, null);
                return;
            } catch (LeftAsItIs left) {
                store.note(id, row.place(), back, left.key(), null);
                return;
            } catch (ConcurrencyFailureException meanwhile) {
                if (tries >= TRIES) {
                    store.note(id, row.place(), back, "problem.changed-meanwhile", null);
                    return;
                }
            } catch (RuntimeException failed) {
                // One bad row must not keep the others waiting; where the database is gone, this fails too.
                LOG.warn("A row of spreadsheet import {} failed", id, failed);
                if (tries >= TRIES) {
                    store.note(id, row.place(), back, "problem.internal", null);
                    return;
                }
            }
        }
    }

    /** Refusals are told by name; what a rule says of one value is told as the rule's. */
    private static String key(DomainException refused) {
        LOG.debug("A row of a spreadsheet was refused: {}", refused.getMessage());
        return refused.violations().stream()
                .findFirst()
                .map(violation -> "rule." + violation.rule())
                .orElse("problem." + refused.type().slug());
    }
}
