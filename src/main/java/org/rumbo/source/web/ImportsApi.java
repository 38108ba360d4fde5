package org.rumbo.source.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.source.DecisionOfPassage;
import org.rumbo.source.ImportReading;
import org.rumbo.source.ImportView;
import org.rumbo.source.PaperDecisions;
import org.rumbo.source.PaperDescription;
import org.rumbo.source.PaperDescriptions;
import org.rumbo.source.PaperImports;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The import of a paper over REST; each act answers with the import as it is then. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    private static final int MOST = 500;
    private static final int TEXT = 20000;
    private static final int TITLE = 300;
    private static final int SUMMARY = 4000;
    private static final int REASON = 2000;

    private final PaperImports imports;
    private final PaperDecisions decisions;
    private final PaperDescriptions descriptions;
    private final ImportReading reading;

    ImportsApi(PaperImports imports, PaperDecisions decisions, PaperDescriptions descriptions, ImportReading reading) {
        this.imports = imports;
        this.decisions = decisions;
        this.descriptions = descriptions;
        this.reading = reading;
    }

    record Decisions(@Nullable List<@Nullable Decision> decisions) {
        List<DecisionOfPassage> toCommands() {
            if (decisions == null || decisions.isEmpty() || decisions.size() > MOST) {
                throw DomainException.malformed("decisions");
            }
            var input = new InputText();
            var commands = new ArrayList<DecisionOfPassage>();
            for (var i = 0; i < decisions.size(); i++) {
                var decision = decisions.get(i);
                if (decision == null) {
                    throw DomainException.malformed("decisions");
                }
                commands.add(decision.toCommand(input, "decisions[" + i + "]."));
            }
            input.check();
            return commands;
        }
    }

    /** @param decision ACCEPT or SKIP */
    record Decision(
            @Nullable Integer passage,
            DecisionOfPassage.@Nullable Verdict decision,
            @Nullable List<CountryCode> countries,
            @Nullable String text,
            @Nullable String title,
            @Nullable String summary,
            @Nullable List<String> themes,
            @Nullable List<PartBody> parts,
            @Nullable String reason) {
        DecisionOfPassage toCommand(InputText input, String at) {
            if (passage == null) {
                throw DomainException.malformed(at + "passage");
            }
            if (decision == null) {
                throw DomainException.malformed(at + "decision");
            }
            var split = new ArrayList<DecisionOfPassage.Part>();
            var given = Objects.requireNonNullElse(parts, List.<PartBody>of());
            for (var i = 0; i < given.size(); i++) {
                split.add(given.get(i).toPart(input, at + "parts[" + i + "]."));
            }
            return new DecisionOfPassage(
                    passage,
                    decision,
                    Objects.requireNonNullElse(countries, List.of()),
                    input.optional(at + "text", text, TEXT),
                    input.optional(at + "title", title, TITLE),
                    input.optional(at + "summary", summary, SUMMARY),
                    Objects.requireNonNullElse(themes, List.of()),
                    split,
                    input.optional(at + "reason", reason, REASON));
        }
    }

    record PartBody(
            @Nullable String text,
            @Nullable String title,
            @Nullable String summary) {
        DecisionOfPassage.Part toPart(InputText input, String at) {
            return new DecisionOfPassage.Part(
                    input.required(at + "text", text, TEXT, "text-required"),
                    input.optional(at + "title", title, TITLE),
                    input.optional(at + "summary", summary, SUMMARY));
        }
    }

    record Undo(@Nullable List<Integer> passages) {
        List<Integer> numbers() {
            if (passages == null || passages.isEmpty() || passages.contains(null)) {
                throw DomainException.malformed("passages");
            }
            return passages;
        }
    }

    @GetMapping("/{id}")
    @Needs(Permission.PAPER_ACCEPT)
    ImportView read(@PathVariable UUID id, Actor actor) {
        return reading.read(id, actor);
    }

    /** Corrects what the paper tells of itself; what is left out stays. */
    @PostMapping("/{id}/paper")
    @Needs(Permission.PAPER_ACCEPT)
    ImportView describe(@PathVariable UUID id, @RequestBody PaperDescription.Typed body, Actor actor) {
        descriptions.describe(id, () -> body, actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/decisions")
    @Needs(Permission.PAPER_ACCEPT)
    ImportView decide(@PathVariable UUID id, @RequestBody Decisions body, Actor actor) {
        decisions.decide(id, body::toCommands, actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/decisions/undo")
    @Needs(Permission.PAPER_ACCEPT)
    ImportView undo(@PathVariable UUID id, @RequestBody Undo body, Actor actor) {
        decisions.undo(id, body::numbers, actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.PAPER_IMPORT)
    ImportView cancel(@PathVariable UUID id, Actor actor) {
        imports.cancel(id, actor);
        return reading.read(id, actor);
    }
}
