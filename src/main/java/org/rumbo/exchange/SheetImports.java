package org.rumbo.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.exchange.ImportRow.Verdict;
import org.rumbo.exchange.SheetImport.Status;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.ColumnChoice;
import org.rumbo.sheet.FoundHead;
import org.rumbo.sheet.WorkbookReader;
import org.rumbo.sheet.WorkbookRefused;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What somebody brings back in a spreadsheet: compared at once, done when she says so, and taken back as long as nobody changed it
 * since. Nobody else sees it.
 */
@Service
@Transactional
public class SheetImports {
    public static final int SHOWN = 50;
    static final Duration UNDO = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_NAME = 200;
    private static final int LATEST = 10;

    private final SheetStore store;
    private final SheetLayouts layouts;
    private final Presence presence;
    private final WorkbookReader reader;
    private final ColumnMatching matching;
    private final SheetWork work;
    private final AccessPolicy policy;
    private final Clock clock;

    SheetImports(
            SheetStore store,
            SheetLayouts layouts,
            Presence presence,
            WorkbookReader reader,
            ColumnMatching matching,
            SheetWork work,
            AccessPolicy policy,
            Clock clock) {
        this.store = store;
        this.layouts = layouts;
        this.presence = presence;
        this.reader = reader;
        this.matching = matching;
        this.work = work;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public void requireMayImport(Actor actor) {
        policy.requireSomewhere(actor, Permission.SHEET_IMPORT);
    }

    @Transactional(readOnly = true)
    public boolean mayImport(Actor actor) {
        return policy.permitsSomewhere(actor, Permission.SHEET_IMPORT);
    }

    /**
     * Reads a file and compares it with what stands there; changes nothing.
     *
     * @param said what headings mean that are none of ours, each as {@code heading=recommendations.title}
     */
    @Transactional(rollbackFor = Exception.class)
    public UUID take(@Nullable String name, Path file, Collection<String> said, Actor actor, Language language)
            throws WorkbookRefused, IOException {
        requireMayImport(actor);
        var choices = matching.said(said);
        var called = called(name);
        // A file that is refused in its last line is refused before the first is compared.
        heads(called, file, language);
        return compared(called, file, choices, actor, language);
    }

    private List<FoundHead> heads(@Nullable String called, Path file, Language language)
            throws WorkbookRefused, IOException {
        return reader.heads(file, sheet(called), layouts.all(language.locale()), language);
    }

    private UUID compared(
            @Nullable String called, Path file, List<ColumnChoice> choices, Actor actor, Language language)
            throws WorkbookRefused, IOException {
        var id = UUID.randomUUID();
        store.begin(id, actor.id(), called, Status.PREVIEW, clock.instant());
        compare(id, called, file, choices, actor, language);
        return id;
    }

    /** The same for somebody who can be asked what headings mean: where there is something to ask, nothing is compared yet. */
    @Transactional(rollbackFor = Exception.class)
    public UUID bring(@Nullable String name, Path file, Actor actor, Language language)
            throws WorkbookRefused, IOException {
        requireMayImport(actor);
        var called = called(name);
        var heads = heads(called, file, language);
        if (!matching.asks(heads, actor.id())) {
            return compared(called, file, List.of(), actor, language);
        }
        var id = UUID.randomUUID();
        store.begin(id, actor.id(), called, Status.MATCHING, clock.instant());
        store.keep(id, new SheetStore.Upload(Files.readAllBytes(file), language, heads));
        return id;
    }

    /** What its owner is asked of the headings of a file. */
    @Transactional(readOnly = true)
    public List<ColumnQuestion> questions(UUID id, Actor actor) {
        requireMayImport(actor);
        return store.heads(kept(id, actor).id())
                .map(heads -> matching.questions(heads, actor.id()))
                .orElse(List.of());
    }

    /** What a column may mean in a sheet of that kind. */
    public List<ColumnMeaning> offers(SheetKind kind) {
        return matching.offers(kind);
    }

    /**
     * Reads a file whose headings its owner has explained, once.
     *
     * @param answers each as {@code place:recommendations.title}; with nothing behind the colon for what is left out
     */
    @Transactional(rollbackFor = Exception.class)
    public void match(UUID id, Collection<String> answers, Actor actor) throws WorkbookRefused, IOException {
        requireMayImport(actor);
        var kept = kept(id, actor);
        var meant = matching.answers(answers);
        var upload = store.take(id).orElse(null);
        if (upload == null) {
            return;
        }
        var choices = matching.chosen(upload.heads(), meant, actor.id());
        var file = Files.createTempFile("rumbo-sheet", ".upload");
        try {
            Files.write(file, upload.content());
            compare(id, kept.fileName(), file, choices, actor, upload.language());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void compare(
            UUID id, @Nullable String called, Path file, List<ColumnChoice> choices, Actor actor, Language language)
            throws WorkbookRefused, IOException {
        var reading = new SheetReading(id, actor, layouts, presence, store);
        reader.read(file, sheet(called), layouts.all(language.locale()), choices, language, reading);
        reading.end();
    }

    private static String sheet(@Nullable String called) {
        return called == null ? "sheet" : called;
    }

    /** Only the name itself, however a browser puts it. */
    private static @Nullable String called(@Nullable String name) {
        var text = new InputText().optional("file", CellText.plain(name), Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        var last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? null : last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    /** Her own alone; others' are not there (404). */
    @Transactional(readOnly = true)
    public SheetImport find(UUID id, Actor actor) {
        requireMayImport(actor);
        return counted(kept(id, actor));
    }

    private SheetStore.Kept kept(UUID id, Actor actor) {
        return store.find(id)
                .filter(kept -> kept.person().equals(actor.id()))
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
    }

    private SheetImport counted(SheetStore.Kept kept) {
        return store.counted(kept, undoUntil(kept));
    }

    private @Nullable Instant undoUntil(SheetStore.Kept kept) {
        var applied = kept.appliedAt();
        if (kept.status() != Status.APPLIED || applied == null) {
            return null;
        }
        var until = applied.plus(UNDO);
        return clock.instant().isAfter(until) ? null : until;
    }

    /** Her last ones, newest first. */
    @Transactional(readOnly = true)
    public List<SheetImport> latest(Actor actor) {
        requireMayImport(actor);
        return store.latest(actor.id(), LATEST).stream().map(this::counted).toList();
    }

    /** Some rows of an import; {@code after} is the place of the last one before them, -1 for the first ones. */
    @Transactional(readOnly = true)
    public List<ImportRow> rows(UUID id, Collection<Verdict> verdicts, int after, int most, Actor actor) {
        return store.rows(kept(id, actor).id(), verdicts, after, most);
    }

    /** The rows before some, in the file's order. */
    @Transactional(readOnly = true)
    public List<ImportRow> rowsBefore(UUID id, Collection<Verdict> verdicts, int before, int most, Actor actor) {
        var rows = new ArrayList<>(store.rowsBefore(kept(id, actor).id(), verdicts, before, most));
        Collections.reverse(rows);
        return rows;
    }

    /** Chooses among the rows that were shown. */
    public void tick(UUID id, Collection<Integer> shown, Collection<Integer> chosen, Actor actor) {
        requireMayImport(actor);
        if (kept(id, actor).status() != Status.PREVIEW) {
            throw new DomainException(ProblemType.CHANGED_MEANWHILE);
        }
        store.tick(id, shown, chosen);
    }

    /**
     * Begins to do what is ticked; asking again changes nothing.
     *
     * @param rows the places of the rows to be done, in place of the ticks; null where the ticks count
     */
    public void apply(UUID id, @Nullable Collection<Integer> rows, Actor actor) {
        requireMayImport(actor);
        var kept = kept(id, actor);
        if (kept.status() == Status.MATCHING) {
            throw new DomainException(ProblemType.CHANGED_MEANWHILE);
        }
        if (kept.status() == Status.PREVIEW && rows != null) {
            store.tickOnly(id, rows);
        }
        if (kept.status() == Status.PREVIEW && counted(kept).ticked() == 0) {
            throw DomainException.ruleNotMet("row", "sheet-nothing-ticked");
        }
        if (store.move(id, Status.PREVIEW, Status.APPLYING, clock.instant())) {
            workLater(id);
        }
    }

    /** Begins to take back what was done; refused (409) once the time for it is over. */
    public void undo(UUID id, Actor actor) {
        requireMayImport(actor);
        var kept = kept(id, actor);
        if (kept.status() == Status.UNDOING || kept.status() == Status.UNDONE) {
            return;
        }
        if (undoUntil(kept) == null) {
            throw new DomainException(ProblemType.UNDO_OVER);
        }
        if (store.move(id, Status.APPLIED, Status.UNDOING, clock.instant())) {
            workLater(id);
        }
    }

    /** Nobody works at what is not stored yet. */
    private void workLater(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.begin(id);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT30M")
    void forgetOld() {
        store.forgetOld(clock.instant().minus(KEPT));
    }
}
