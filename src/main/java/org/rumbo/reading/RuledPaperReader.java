package org.rumbo.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads papers by rules, one step after the other: the file's text line by line ({@link PaperFile}); its furniture and pages
 * ({@link Layout}); headings ({@link Headings}); where chapters begin ({@link Outline}); the lists in each ({@link Findings}), their
 * lines put together ({@link Joining}).
 */
@Component
class RuledPaperReader implements PaperReader {
    private final MessageSource messages;
    private final PaperFile files;

    @Autowired
    RuledPaperReader(MessageSource messages) {
        this(messages, PdfProcess.LIMIT);
    }

    /** @param limit how long the reading of a PDF may take */
    RuledPaperReader(MessageSource messages, Duration limit) {
        this.messages = messages;
        this.files = new PaperFile(new PdfProcess(limit));
    }

    @Override
    public PaperReading read(Path file, String language, Set<String> countries, ReadingProgress progress)
            throws UnreadablePaper {
        try {
            return read(files.open(file, progress), language, countries, progress);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private PaperReading read(Source source, String language, Set<String> countries, ReadingProgress progress) {
        var layout = Layout.of(source);
        var lines = layout.lines();
        var kinds = IntStream.range(0, lines.size())
                .mapToObj(i -> Headings.at(lines, i))
                .toList();
        var vocabulary = new Vocabulary(lines);
        var joining = new Joining(vocabulary, lines);
        var names = new CountryNames(
                countries, (code, locale) -> messages.getMessage("country." + code, null, null, locale));
        var authors = new Authors(vocabulary);
        var outline = new Outline(lines, kinds, names, authors, joining);
        var starts = outline.find();
        var imprint = new TitlePage(source, layout, authors, starts).read(outline.title());
        var findings = new Findings(layout, kinds, joining, names);
        findings.gather(starts, progress);
        var warnings = new ArrayList<>(source.warnings());
        warnings.addAll(doubts(findings, kinds));
        if (imprint.language() != null && !imprint.language().value().equals(language)) {
            warnings.add(new Warning(Warning.Kind.LANGUAGE_DIFFERS, 0, List.of()));
        }
        return new PaperReading(
                imprint.title() == null ? null : imprint.title().value(),
                imprint,
                language,
                source.lines().stream().map(Source.SourceLine::raw).toList(),
                IntStream.of(layout.pages().numbers()).boxed().toList(),
                findings.chapters(),
                findings.passages(),
                findings.skipped(),
                List.copyOf(warnings),
                confidence(findings, warnings));
    }

    private static List<Warning> doubts(Findings findings, List<Headings.Kind> kinds) {
        var doubts = new ArrayList<Warning>();
        if (!kinds.contains(Headings.Kind.RECOMMENDATIONS)) {
            doubts.add(new Warning(Warning.Kind.NO_HEADING, 0, List.of()));
        }
        if (findings.chapters().isEmpty() || findings.passages().isEmpty()) {
            doubts.add(new Warning(Warning.Kind.UNKNOWN_LAYOUT, 0, List.of()));
        }
        return doubts;
    }

    /** A reading is as sure as its least sure finding; one that found nothing is not sure at all. */
    private static Confidence confidence(Findings findings, List<Warning> warnings) {
        if (findings.passages().isEmpty()
                || findings.chapters().stream().anyMatch(chapter -> chapter.confidence() == Confidence.LOW)
                || findings.passages().stream().anyMatch(passage -> passage.confidence() == Confidence.LOW)) {
            return Confidence.LOW;
        }
        var sure = warnings.isEmpty()
                && findings.chapters().stream().allMatch(chapter -> chapter.confidence() == Confidence.HIGH)
                && findings.passages().stream().allMatch(passage -> passage.confidence() == Confidence.HIGH);
        return sure ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
