package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.Conversation;
import org.rumbo.progress.Suggestion;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of what people say about an item. */
@Controller
@RequestMapping("/recommendations/{code}/comments")
class CommentsController {
    private final Conversation conversation;
    private final RecommendationAccess access;
    private final ItemPage page;
    private final Network network;
    private final MessageSource messages;

    CommentsController(
            Conversation conversation,
            RecommendationAccess access,
            ItemPage page,
            Network network,
            MessageSource messages) {
        this.conversation = conversation;
        this.access = access;
        this.page = page;
        this.network = network;
        this.messages = messages;
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
        var actions =
                page.head(code, "comments.title", part, actor, locale, model).actions();
        var withTeam = access.permits(actor, Permission.COMMENT_ADD, access.see(code, actor));
        model.addAttribute(
                "comments",
                conversation.comments(code, actor).stream()
                        .map(comment -> CommentLine.of(comment, network.zone()))
                        .toList());
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
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            return after(code, conversation.comment(code, form::words, form.readers(), actor), after);
        } catch (DomainException refused) {
            model.addAttribute("problems", problems(refused, locale));
            response.setStatus(refused.type().status());
            return show(code, form, part != null, actor, locale, model);
        }
    }

    /** On the item's own page another form has a field called text. */
    private List<FormProblem> problems(DomainException refused, Locale locale) {
        return FormProblem.of(refused, messages, locale, field -> "comment-" + field);
    }

    /** To the comment itself; whoever was named and may not read it is told to the writer there. */
    private static String after(RecommendationCode code, Conversation.Said said, RedirectAttributes after) {
        if (!said.unreached().isEmpty()) {
            after.addFlashAttribute("unreached", String.join(", ", said.unreached()));
        }
        return "redirect:/recommendations/" + code.value() + "/comments#comment-" + said.comment();
    }

    @GetMapping("/{id}")
    @Needs(Permission.COMMENT_ADD_NETWORK)
    String edit(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return edit(code, id, conversation.typed(code, id, actor), actor, locale, model);
    }

    private String edit(
            RecommendationCode code, UUID id, @Nullable String text, Actor actor, Locale locale, Model model) {
        page.head(code, "comments.edit", false, actor, locale, model);
        model.addAttribute("comment", id);
        model.addAttribute("text", text);
        return "progress/comment";
    }

    @PostMapping("/{id}")
    @Needs(Permission.COMMENT_ADD_NETWORK)
    String save(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @ModelAttribute CommentForm form,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            return after(code, conversation.edit(code, id, form::words, actor), after);
        } catch (DomainException refused) {
            model.addAttribute("problems", problems(refused, locale));
            response.setStatus(refused.type().status());
            return edit(code, id, form.text(), actor, locale, model);
        }
    }

    /** Who may be meant, while somebody types an at-sign and the beginning of a name. */
    @GetMapping("/people")
    @Needs(Permission.COMMENT_ADD_NETWORK)
    @ResponseBody
    List<Suggestion> whom(
            @PathVariable RecommendationCode code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "NETWORK") Visibility visibility,
            Actor actor) {
        return conversation.whom(code, q, visibility, actor);
    }
}
