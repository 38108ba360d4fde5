package org.rumbo.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.PaperReader;
import org.rumbo.reading.PaperReading;
import org.rumbo.reading.ReadingProgress;
import org.rumbo.reading.UnreadablePaper;
import org.rumbo.recommendation.AcceptedPassage;
import org.rumbo.recommendation.LinkType;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Source;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import does by itself: it reads the paper, and makes recommendations of what was accepted, a passage at a time. */
@Service
@Transactional
public class ImportKeeping {
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);
    private static final int MOST_OF_A_LINE = 1_000_000;

    private final ImportRows rows;
    private final PaperFiles files;
    private final PaperReader reader;
    private final Findings findings;
    private final KnownPapers papers;
    private final Wordings wordings;
    private final RecommendationEditing recommendations;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final TransactionTemplate outside;
    private final Clock clock;

    ImportKeeping(
            ImportRows rows,
            PaperFiles files,
            PaperReader reader,
            Findings findings,
            KnownPapers papers,
            Wordings wordings,
            RecommendationEditing recommendations,
            Network network,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.reader = reader;
        this.findings = findings;
        this.papers = papers;
        this.wordings = wordings;
        this.recommendations = recommendations;
        this.network = network;
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /** What came of reading. */
    public enum Read {
        READABLE,
        /** All of it was imported before, or it recommends nothing. */
        NOTHING_NEW,
        UNREADABLE
    }

    /** Reads a paper; that it cannot be read is a result, and its uploader is told. */
    public Read read(UUID id) {
        var paper = rows.find(id);
        // Outside of this step's transaction: the file may lie on another machine, and reading takes its time.
        var attempt = Objects.requireNonNull(outside.execute(status -> attempt(paper)));
        var refusal = attempt.refusal();
        if (refusal != null) {
            return fail(id, refusal.reason().name(), String.join(", ", refusal.arguments()));
        }
        var reading = Objects.requireNonNull(attempt.reading());
        var locked = requireState(id, ImportState.READING);
        if (reading.lines().stream().anyMatch(line -> line.length() > MOST_OF_A_LINE)) {
            return fail(id, UnreadablePaper.Reason.TOO_LONG.name(), String.valueOf(MOST_OF_A_LINE));
        }
        var key = locked.key() == null ? papers.keyOf(locked, reading) : locked.key();
        if (locked.key() == null && rows.isOpen(key)) {
            return fail(id, "PAPER_OPEN", key);
        }
        var toDecide = findings.keep(locked, key, reading);
        rows.move(id, toDecide == 0 ? ImportState.DONE : ImportState.REVIEW, 0, clock.instant());
        events.publishEvent(new PaperEvent.PaperRead(
                id,
                key,
                reading.chapters().size(),
                reading.passages().size(),
                reading.skipped().size(),
                toDecide));
        if (toDecide == 0) {
            papers.add(rows.find(id));
            events.publishEvent(new PaperEvent.ImportDone(id, key, 0, 0, locked.by()));
            return Read.NOTHING_NEW;
        }
        return Read.READABLE;
    }

    /** What reading gave: one of the two. */
    private record Attempt(
            @Nullable PaperReading reading, @Nullable UnreadablePaper refusal) {}

    private Attempt attempt(PaperImport paper) {
        var countries = network.countries().stream().map(CountryCode::iso2).collect(Collectors.toSet());
        try {
            return new Attempt(
                    files.<PaperReading, UnreadablePaper>lend(
                            paper.sha256(),
                            file -> reader.read(file, paper.language().tag(), countries, news(paper.id()))),
                    null);
        } catch (UnreadablePaper unreadable) {
            return new Attempt(null, unreadable);
        } catch (IOException unreachable) {
            // The store may be back when it is tried again.
            throw new UncheckedIOException(unreachable);
        }
    }

    /** Told to others while the reading goes on, and not oftener than anybody looks. */
    private ReadingProgress news(UUID id) {
        var last = new Instant[] {Instant.EPOCH};
        return (done, total) -> {
            var now = clock.instant();
            if (Duration.between(last[0], now).compareTo(BETWEEN_NEWS) >= 0) {
                last[0] = now;
                apart.executeWithoutResult(status -> rows.progress(id, done, total));
            }
        };
    }

    private Read fail(UUID id, String reason, String arguments) {
        var paper = requireState(id, ImportState.READING);
        rows.fail(id, reason, arguments, clock.instant());
        events.publishEvent(new PaperEvent.PaperUnreadable(id, reason, paper.by()));
        return Read.UNREADABLE;
    }

    private PaperImport requireState(UUID id, ImportState state) {
        var paper = rows.lock(id);
        if (paper.state() != state) {
            throw new IllegalStateException("The import " + id + " is " + paper.state() + ", not " + state);
        }
        return paper;
    }

    /**
     * Makes recommendations of the next accepted passage, with links between its parts; says whether others are left. What is
     * there already gets the paper's words and is otherwise left alone.
     */
    public boolean createNext(UUID id) {
        var paper = rows.find(id);
        var next = rows.next(id);
        if (next.isPresent()) {
            papers.add(paper);
            create(paper, next.get());
        }
        requireState(id, ImportState.CREATING);
        next.ifPresent(done -> rows.carriedOut(id, done.passage(), clock.instant()));
        if (rows.next(id).isPresent()) {
            return true;
        }
        var created = rows.outcomes(id, PassageItem.Outcome.CREATED);
        rows.move(id, ImportState.DONE, 0, clock.instant());
        events.publishEvent(new PaperEvent.ImportDone(
                id, paper.paper(), created, rows.outcomes(id, PassageItem.Outcome.ATTACHED), paper.by()));
        return false;
    }

    private void create(PaperImport paper, ImportRows.Next next) {
        var passage = rows.passage(paper.id(), next.passage());
        var whole = new LinkedHashMap<String, String>();
        var items = rows.items(paper.id(), next.passage()).stream()
                .sorted(Comparator.comparing(PassageItem::code))
                .toList();
        for (var item : items) {
            var created = recommendations.accept(accepted(paper, passage, item), next.by());
            var attached = wordings.attach(item, paper.id(), passage, next.by(), clock.instant());
            rows.carriedOut(paper.id(), next.passage(), item, outcome(created, attached));
            if (item.part() == null) {
                whole.put(item.country(), item.code());
            }
        }
        items.stream()
                .filter(item -> item.part() != null)
                .forEach(part -> recommendations.link(
                        new RecommendationCode(part.code()),
                        LinkType.PART_OF,
                        new RecommendationCode(whole.getOrDefault(part.country(), part.code()))));
    }

    private static PassageItem.Outcome outcome(boolean created, boolean attached) {
        if (created) {
            return PassageItem.Outcome.CREATED;
        }
        return attached ? PassageItem.Outcome.ATTACHED : PassageItem.Outcome.UNCHANGED;
    }

    private static AcceptedPassage accepted(PaperImport paper, FoundPassage passage, PassageItem item) {
        Language language = paper.language();
        return new AcceptedPassage(
                new RecommendationCode(item.code()),
                new CountryCode(item.country()),
                language,
                new Source(
                        paper.paper(),
                        passage.chapter(),
                        passage.letter(),
                        passage.place().firstPage(),
                        passage.place().pageDerived(),
                        null),
                item.themes(),
                Map.of(language, item.title()),
                Map.of(language, item.summary()));
    }
}
