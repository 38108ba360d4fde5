package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ProgressReporting;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.InputText;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of what people say about an item. */
@Controller
@RequestMapping("/recommendations/{code}/comments")
class CommentsController {
    private static final int LONG = 8000;

    private final ProgressReporting reporting;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final MessageSource messages;

    CommentsController(
            ProgressReporting reporting, RecommendationAccess access, ItemPage page, MessageSource messages) {
        this.reporting = reporting;
        this.access = access;
        this.page = page;
        this.messages = messages;
    }

    record CommentForm(@Nullable String text, @Nullable Visibility visibility) {
        static final CommentForm EMPTY = new CommentForm(null, null);

        String words() {
            var input = new InputText();
            var words = input.required("text", text, LONG, "text-required");
            input.check();
            return words;
        }
    }

    @GetMapping
    @Needs(Permission.ITEM_READ_RELEASED)
    String show(
            @PathVariable RecommendationCode code,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model) {
        return show(code, CommentForm.EMPTY, part != null, actor, locale, model);
    }

    private String show(
            RecommendationCode code, CommentForm form, boolean part, Actor actor, Locale locale, Model model) {
        var actions = page.head(code, "comments.title", part, actor, locale, model);
        var withTeam = access.permits(actor, Permission.COMMENT_ADD, access.see(code, actor));
        model.addAttribute("comments", page.lines(reporting.comments(code, actor)));
        model.addAttribute("form", form);
        model.addAttribute("mayComment", actions.contains("comment"));
        model.addAttribute(
                "visibilities", withTeam ? List.of(Visibility.TEAM, Visibility.NETWORK) : List.of(Visibility.NETWORK));
        return "progress/comments";
    }

    @PostMapping
    @Needs(Permission.COMMENT_ADD_NETWORK)
    String comment(
            @PathVariable RecommendationCode code,
            @ModelAttribute CommentForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var visibility = form.visibility() == null ? Visibility.NETWORK : form.visibility();
        try {
            reporting.comment(code, form::words, visibility, actor);
        } catch (DomainException refused) {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale));
            response.setStatus(refused.type().status());
            return show(code, form, false, actor, locale, model);
        }
        return "redirect:/recommendations/" + code.value();
    }
}
