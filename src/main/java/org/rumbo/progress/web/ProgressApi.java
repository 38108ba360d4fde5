package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.Conversation;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationAnswers;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Progress notes and comments over REST; each answers with the item as it is then. */
@RestController
@RequestMapping("/api/v1/recommendations/{code}/actions")
class ProgressApi {
    private static final int LONG = 8000;

    private final ProgressReporting reporting;
    private final Conversation conversation;
    private final RecommendationAnswers answers;

    ProgressApi(ProgressReporting reporting, Conversation conversation, RecommendationAnswers answers) {
        this.reporting = reporting;
        this.conversation = conversation;
        this.answers = answers;
    }

    record ProgressBody(
            @Nullable String note,
            @Nullable Level level,
            @Nullable Visibility visibility,
            @Nullable LocalDate nextDate,
            @Nullable UUID draft) {

        ProgressCommand toCommand() {
            var input = new InputText();
            var command = new ProgressCommand(
                    input.optional("note", note, LONG),
                    level,
                    visibility == null ? Visibility.NETWORK : visibility,
                    nextDate,
                    draft);
            input.check();
            return command;
        }
    }

    record CommentBody(@Nullable String text, @Nullable Visibility visibility) {
        String words() {
            var input = new InputText();
            var words = input.required("text", text, LONG, "text-required");
            input.check();
            return words;
        }
    }

    @PostMapping("/report-progress")
    @Needs(Permission.PROGRESS_DRAFT)
    ResponseEntity<RecommendationView> report(
            @PathVariable RecommendationCode code, @RequestBody ProgressBody body, Actor actor) {
        reporting.report(code, body::toCommand, actor);
        return answers.item(code, actor);
    }

    @PostMapping("/comment")
    @Needs(Permission.COMMENT_ADD)
    ResponseEntity<RecommendationView> comment(
            @PathVariable RecommendationCode code, @RequestBody CommentBody body, Actor actor) {
        var visibility = body.visibility() == null ? Visibility.NETWORK : body.visibility();
        conversation.comment(code, body::words, visibility, actor);
        return answers.item(code, actor);
    }
}
