package org.rumbo.progress.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.AnswerCommand;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.RoundAnswering;
import org.rumbo.progress.RoundCommand;
import org.rumbo.progress.RoundKeeping;
import org.rumbo.progress.RoundMove;
import org.rumbo.progress.RoundReading;
import org.rumbo.progress.RoundView;
import org.rumbo.progress.TeamUpdates;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Update rounds over REST; each act answers with the round as it is then. */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundsApi {
    private static final int LONG = 8000;
    private static final int SHORT = 2000;
    private static final int NAME = 120;

    private final RoundKeeping keeping;
    private final RoundAnswering answering;
    private final RoundReading reading;
    private final TeamUpdates updates;

    RoundsApi(RoundKeeping keeping, RoundAnswering answering, RoundReading reading, TeamUpdates updates) {
        this.keeping = keeping;
        this.answering = answering;
        this.reading = reading;
        this.updates = updates;
    }

    record Rounds(List<RoundView> items) {}

    /** @param answers what was answered, by the codes of the items */
    record Round(RoundView round, List<TeamUpdates.Given> answers) {}

    record OpenBody(
            @Nullable String name,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate due) {
        RoundCommand toCommand() {
            var input = new InputText();
            var command = new RoundCommand(
                    input.optional("name", name, NAME),
                    cutOff == null ? LocalDate.EPOCH : cutOff,
                    due == null ? LocalDate.EPOCH : due);
            if (cutOff == null) {
                input.violated("cutOff", "date-unreadable");
            }
            if (due == null) {
                input.violated("due", "date-unreadable");
            }
            input.check();
            return command;
        }
    }

    /** Other days, or one other day, for an open round. */
    record MoveBody(
            @Nullable LocalDate due,
            @Nullable LocalDate cutOff,
            @Nullable String reason) {
        RoundMove toMove() {
            var input = new InputText();
            var why = input.optional("reason", reason, SHORT);
            input.check();
            return new RoundMove(due, cutOff, why);
        }
    }

    /** Either {@code nothingNew}, or a note, or a member's draft that is published as one. */
    record AnswerBody(
            @Nullable RecommendationCode item,
            @Nullable Boolean nothingNew,
            @Nullable String note,
            @Nullable Level level,
            @Nullable Visibility visibility,
            @Nullable LocalDate nextDate,
            @Nullable UUID draft,
            @Nullable String lateReason) {
        List<AnswerCommand> toCommands() {
            if (item == null) {
                throw DomainException.malformed("item");
            }
            var input = new InputText();
            var words = input.optional("note", note, LONG);
            var why = input.optional("lateReason", lateReason, SHORT);
            var nothing = Boolean.TRUE.equals(nothingNew);
            if (nothing == (words != null || draft != null)) {
                input.violated("note", "note-or-nothing-new");
            }
            input.check();
            var report = nothing
                    ? null
                    : new ProgressCommand(
                            words, level, visibility == null ? Visibility.NETWORK : visibility, nextDate, draft);
            return List.of(new AnswerCommand(item, report, why, null));
        }
    }

    record TeamBody(@Nullable CountryCode country) {
        CountryCode team() {
            if (country == null) {
                throw DomainException.malformed("country");
            }
            return country;
        }
    }

    record ReturnBody(
            @Nullable CountryCode country, @Nullable String reason) {
        @Nullable
        String text() {
            var input = new InputText();
            var text = input.optional("reason", reason, LONG);
            input.check();
            return text;
        }
    }

    @PostMapping
    @Needs(Permission.ROUND_OPEN)
    ResponseEntity<RoundView> open(@RequestBody OpenBody body, Actor actor) {
        var id = keeping.open(body::toCommand, actor);
        return ResponseEntity.created(URI.create("/api/v1/rounds/" + id)).body(reading.read(id, actor));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.ROUND_OPEN)
    RoundView move(@PathVariable UUID id, @RequestBody MoveBody body, Actor actor) {
        keeping.move(id, body::toMove, actor);
        return reading.read(id, actor);
    }

    @GetMapping
    @Needs(Permission.ROUND_READ)
    Rounds list(Actor actor) {
        return new Rounds(reading.list(actor));
    }

    @GetMapping("/{id}")
    @Needs(Permission.ROUND_READ)
    Round read(@PathVariable UUID id, Actor actor) {
        return new Round(reading.read(id, actor), updates.answers(id, actor));
    }

    @PostMapping("/{id}/answers")
    @Needs(Permission.PROGRESS_DRAFT)
    RoundView answer(@PathVariable UUID id, @RequestBody AnswerBody body, Actor actor) {
        answering.answer(id, body::toCommands, actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/submit")
    @Needs(Permission.ROUND_SUBMIT)
    RoundView submit(@PathVariable UUID id, @RequestBody TeamBody body, Actor actor) {
        keeping.submit(id, body.team(), actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/accept")
    @Needs(Permission.ROUND_ACCEPT)
    RoundView accept(@PathVariable UUID id, @RequestBody TeamBody body, Actor actor) {
        keeping.accept(id, body.team(), actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.ROUND_ACCEPT)
    RoundView giveBack(@PathVariable UUID id, @RequestBody ReturnBody body, Actor actor) {
        keeping.giveBack(id, new TeamBody(body.country()).team(), body::text, actor);
        return reading.read(id, actor);
    }

    @PostMapping("/{id}/close")
    @Needs(Permission.ROUND_CLOSE)
    RoundView close(@PathVariable UUID id, Actor actor) {
        keeping.close(id, actor);
        return reading.read(id, actor);
    }
}
