package org.rumbo.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Imprint;
import org.rumbo.reading.PaperReader;
import org.rumbo.reading.PaperReading;
import org.rumbo.reading.Place;
import org.rumbo.reading.ReadingProgress;
import org.rumbo.reading.UnreadablePaper;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportState;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperCommand;
import org.rumbo.source.PaperFiles;
import org.rumbo.source.PaperImports;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.workflow.ImportJobs;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/** A paper that is imported, or only looked at, from the command line. */
final class PaperOnCommand {
    private final Path file;
    private final Language language;
    private final @Nullable String key;
    private final @Nullable String title;
    private final boolean json;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    PaperOnCommand(Path file, Language language, @Nullable String key, @Nullable String title, boolean json) {
        this.file = file;
        this.language = language;
        this.key = key;
        this.title = title;
        this.json = json;
    }

    /** What reading alone needs: no database, so that a server may run meanwhile and nothing is left behind. */
    @ComponentScan("org.rumbo.reading")
    @EnableConfigurationProperties(Network.class)
    @ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
    static class ReadingAlone {}

    /** Tells what is found, and changes nothing. */
    int look() {
        try (var context = new SpringApplicationBuilder(ReadingAlone.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run("--logging.level.root=OFF")) {
            return look(context);
        }
    }

    private int look(ApplicationContext context) {
        var countries = context.getBean(Network.class).countries().stream()
                .map(CountryCode::iso2)
                .collect(Collectors.toSet());
        try {
            print(
                    context.getBean(PaperReader.class).read(file, language.tag(), countries, ReadingProgress.NONE),
                    context);
            return 0;
        } catch (UnreadablePaper unreadable) {
            sayWhy(unreadable.reason().name(), unreadable.arguments().toArray(), context);
            return CommandLine.FINDINGS;
        }
    }

    private static void sayWhy(String reason, Object[] arguments, ApplicationContext context) {
        System.err.println(context.getBean(MessageSource.class)
                .getMessage("reading.unreadable." + reason, arguments, reason, Locale.ENGLISH));
    }

    private void print(PaperReading reading, ApplicationContext context) {
        if (json) {
            var found = new LinkedHashMap<String, @Nullable Object>();
            found.put("title", reading.title());
            found.put("imprint", reading.imprint());
            found.put("language", reading.language());
            found.put("confidence", reading.confidence());
            found.put("chapters", reading.chapters());
            found.put("passages", reading.passages());
            found.put("skipped", reading.skipped());
            found.put("warnings", reading.warnings());
            out.println(JsonMapper.builder().build().writeValueAsString(found));
            return;
        }
        out.println(
                Objects.requireNonNullElse(reading.title(), file.getFileName().toString()));
        var imprint = reading.imprint();
        tell(out, "published", imprint.published());
        tell(out, "publishers", imprint.publishers());
        tell(out, "editors", imprint.editors());
        tell(out, "address", imprint.address());
        tell(out, "isbn", imprint.isbn());
        for (var chapter : reading.chapters()) {
            var passages = reading.passages().stream()
                    .filter(passage -> passage.chapter() == chapter.number())
                    .toList();
            out.printf(
                    "%nChapter %d, %s: %s%n  %s, %s, %d found%n",
                    chapter.number(),
                    Objects.requireNonNullElse(chapter.country(), "??"),
                    chapter.title(),
                    chapter.authors().isEmpty() ? "no authors recognised" : String.join(", ", chapter.authors()),
                    place(chapter.place()),
                    passages.size());
            passages.forEach(passage -> out.printf(
                    "  %s  %s, %s%s%n     %s%n",
                    passage.letter(),
                    place(passage.place()),
                    passage.confidence().name().toLowerCase(Locale.ROOT),
                    passage.warnings().stream()
                            .map(warning -> ", " + warning.kind().name().toLowerCase(Locale.ROOT))
                            .distinct()
                            .collect(Collectors.joining()),
                    passage.text()));
        }
        out.printf(
                "%n%d chapters, %d passages, %d other list items skipped, %d warnings; nothing was changed%n",
                reading.chapters().size(),
                reading.passages().size(),
                reading.skipped().size(),
                reading.warnings().size());
        var messages = context.getBean(MessageSource.class);
        reading.warnings()
                .forEach(warning -> out.printf(
                        "  %s%n",
                        messages.getMessage(
                                "reading.warning." + warning.kind(),
                                warning.arguments().toArray(),
                                Locale.ENGLISH)));
        reading.skipped().stream()
                .collect(Collectors.groupingBy(item -> item.reason(), TreeMap::new, Collectors.counting()))
                .forEach((reason, count) -> out.printf(
                        "  skipped %d: %s%n",
                        count, messages.getMessage("reading.skipped." + reason, null, reason.name(), Locale.ENGLISH)));
    }

    private static void tell(PrintStream out, String field, Imprint.@Nullable Told told) {
        if (told != null) {
            out.printf(
                    "  %s: %s (%s)%n",
                    field, told.value(), told.confidence().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String place(Place place) {
        var lines = "lines " + place.firstLine() + "-" + place.lastLine();
        return place.firstPage() == null
                ? lines
                : lines + ", page " + place.firstPage() + (place.pageDerived() ? " (derived)" : "");
    }

    /** Imports it, and reads it at once. */
    int bringIn(CommandLine rumbo) {
        return WithoutServing.run(rumbo.application(), this::bringIn);
    }

    private int bringIn(ApplicationContext context) {
        PaperImports.Begun begun;
        try (var content = Files.newInputStream(file)) {
            var kept = context.getBean(PaperFiles.class).take(String.valueOf(file.getFileName()), content);
            begun = context.getBean(PaperImports.class).beginOnCommand(new PaperCommand(kept, language, key, title));
        } catch (DomainException refused) {
            System.err.println("The paper was not taken: " + refused.getMessage());
            return CommandLine.FINDINGS;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (begun.begun()) {
            context.getBean(ImportJobs.class).run(begun.id());
        }
        var seen = context.getBean(ImportReading.class).readOnCommand(begun.id());
        if (json) {
            out.println(context.getBean(JsonMapper.class).writeValueAsString(seen));
        } else {
            print(seen, begun.begun());
        }
        if (seen.failure() != null) {
            sayWhy(seen.failure().reason(), seen.failure().arguments().split(", "), context);
        }
        return seen.state() == ImportState.FAILED ? CommandLine.FINDINGS : 0;
    }

    private void print(ImportView seen, boolean begun) {
        if (!begun) {
            out.println("The same file was imported before; nothing was changed.");
        }
        out.printf("Import %s of %s is %s%n", seen.id(), seen.paper(), seen.state());
        seen.chapters()
                .forEach(chapter -> out.printf(
                        "  %s  %d found  %s%n",
                        Objects.requireNonNullElse(chapter.country(), "??"), chapter.found(), chapter.title()));
        out.printf(
                "%d passages, %d to decide, %d other list items skipped%n",
                seen.passages().size(), seen.undecided(), seen.skipped().size());
    }
}
