package org.rumbo.progress.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.TeamActionCommand;
import org.rumbo.progress.TeamActionView;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a team plans to do for an item, over REST; what one may do with an item is called its actions there already. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/team-actions")
class TeamActionsApi {
    private final ActionPlan plan;
    private final People people;

    TeamActionsApi(ActionPlan plan, People people) {
        this.plan = plan;
        this.people = people;
    }

    record TeamActionList(List<TeamActionView> items) {}

    record TeamActionBody(
            @Nullable String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable Visibility visibility,
            @Nullable String reason,
            @Nullable Integer version) {

        TeamActionCommand toCommand(People people) {
            var input = new InputText();
            var words = input.optional("text", text, TeamActionForm.LONGEST);
            if (text != null && words == null) {
                input.violated("text", "text-required");
            }
            var person =
                    owner == null ? null : people.byLogin(owner).map(Actor::id).orElse(null);
            if (owner != null && person == null) {
                input.violated("owner", "owner-of-the-team");
            }
            var why = input.optional("reason", reason, TeamActionForm.LONGEST);
            input.check();
            return new TeamActionCommand(words, person, due, visibility, why, version);
        }
    }

    record DoneBody(@Nullable LocalDate on) {
        LocalDate day() {
            if (on == null) {
                throw DomainException.ruleNotMet("on", "date-required");
            }
            return on;
        }
    }

    record CancelBody(@Nullable String reason) {
        String words() {
            var input = new InputText();
            var words = input.required("reason", reason, TeamActionForm.LONGEST, "reason-required");
            input.check();
            return words;
        }
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    TeamActionList list(@PathVariable RecommendationCode code, Actor actor) {
        return new TeamActionList(plan.actions(code, actor));
    }

    @PostMapping
    @Needs(Permission.ACTION_EDIT)
    ResponseEntity<TeamActionView> add(
            @PathVariable RecommendationCode code, @RequestBody TeamActionBody body, Actor actor) {
        var id = plan.add(code, () -> body.toCommand(people), actor);
        return ResponseEntity.created(URI.create("/api/v1/recommendations/" + code + "/team-actions/" + id))
                .body(plan.action(code, id, actor));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.ACTION_EDIT)
    TeamActionView change(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestBody TeamActionBody body,
            Actor actor) {
        plan.change(code, id, () -> body.toCommand(people), actor);
        return plan.action(code, id, actor);
    }

    @PostMapping("/{id}/done")
    @Needs(Permission.ACTION_EDIT)
    TeamActionView done(
            @PathVariable RecommendationCode code, @PathVariable UUID id, @RequestBody DoneBody body, Actor actor) {
        plan.done(code, id, body::day, actor);
        return plan.action(code, id, actor);
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.ACTION_EDIT)
    TeamActionView cancel(
            @PathVariable RecommendationCode code, @PathVariable UUID id, @RequestBody CancelBody body, Actor actor) {
        plan.cancel(code, id, body::words, actor);
        return plan.action(code, id, actor);
    }
}
