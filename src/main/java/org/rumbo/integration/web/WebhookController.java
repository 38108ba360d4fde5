package org.rumbo.integration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.integration.HookKind;
import org.rumbo.integration.Webhooks;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.ShownOnce;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which administrators connect other programs; auditors look on. */
@Controller
@RequestMapping("/admin/webhooks")
class WebhookController {
    private static final List<HookKind> KINDS =
            Arrays.stream(HookKind.values()).filter(HookKind::isChosen).toList();

    private final Webhooks webhooks;
    private final WebhookPages pages;
    private final AccessPolicy policy;
    private final MessageSource messages;

    WebhookController(Webhooks webhooks, WebhookPages pages, AccessPolicy policy, MessageSource messages) {
        this.webhooks = webhooks;
        this.pages = pages;
        this.policy = policy;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.WEBHOOK_READ)
    String all(Actor actor, Locale locale, Model model) {
        model.addAttribute(
                "lines", webhooks.all(actor).stream().map(pages::line).toList());
        model.addAttribute("manages", policy.permitsSomewhere(actor, Permission.WEBHOOK_MANAGE));
        model.addAttribute("crumbs", pages.crumbs(locale));
        return "integration/webhooks";
    }

    @GetMapping("/new")
    @Needs(Permission.WEBHOOK_MANAGE)
    String form(Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
        return draw("", EnumSet.copyOf(KINDS), locale, model);
    }

    /** The page itself tells the secret, for it is kept nowhere from where a second page could. */
    @PostMapping
    @Needs(Permission.WEBHOOK_MANAGE)
    String add(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<HookKind> kinds,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
        try {
            var made = webhooks.add(url, Set.copyOf(kinds), actor);
            ShownOnce.in(request);
            return told(made.id(), made.secret(), actor, locale, model);
        } catch (DomainException refused) {
            model.addAttribute("problems", problems(refused, locale));
            response.setStatus(refused.type().status());
            return draw(url, Set.copyOf(kinds), locale, model);
        }
    }

    @GetMapping("/{id}")
    @Needs(Permission.WEBHOOK_READ)
    String one(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return show(id, actor, locale, model);
    }

    @PostMapping("/{id}/secret")
    @Needs(Permission.WEBHOOK_MANAGE)
    String rotate(@PathVariable UUID id, Actor actor, Locale locale, HttpServletRequest request, Model model) {
        ShownOnce.in(request);
        return told(id, webhooks.rotate(id, actor), actor, locale, model);
    }

    @PostMapping("/{id}/pause")
    @Needs(Permission.WEBHOOK_MANAGE)
    String pause(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        webhooks.pause(id, actor);
        return back(id, "webhook.done.paused", after);
    }

    @PostMapping("/{id}/resumption")
    @Needs(Permission.WEBHOOK_MANAGE)
    String resume(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        webhooks.resume(id, actor);
        return back(id, "webhook.done.resumed", after);
    }

    @PostMapping("/{id}/test")
    @Needs(Permission.WEBHOOK_MANAGE)
    String test(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        webhooks.test(id, actor);
        return back(id, "webhook.done.test", after);
    }

    @PostMapping("/{id}/deliveries/{delivery}/resend")
    @Needs(Permission.WEBHOOK_MANAGE)
    String resend(@PathVariable UUID id, @PathVariable UUID delivery, Actor actor, RedirectAttributes after) {
        webhooks.resend(id, delivery, actor);
        return back(id, "webhook.done.resent", after);
    }

    @GetMapping("/{id}/removal")
    @Needs(Permission.WEBHOOK_MANAGE)
    String askToDelete(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        policy.requireSomewhere(actor, Permission.WEBHOOK_MANAGE);
        model.addAttribute("line", pages.line(webhooks.find(id, actor)));
        model.addAttribute("crumbs", pages.crumbs("webhook.delete.title", locale));
        return "integration/webhook-removal";
    }

    @PostMapping("/{id}/removal")
    @Needs(Permission.WEBHOOK_MANAGE)
    String delete(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        webhooks.delete(id, actor);
        after.addFlashAttribute("done", "webhook.done.deleted");
        return "redirect:/admin/webhooks";
    }

    private static String back(UUID id, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/admin/webhooks/" + id;
    }

    private String told(UUID id, String secret, Actor actor, Locale locale, Model model) {
        model.addAttribute("secret", secret);
        return show(id, actor, locale, model);
    }

    private String show(UUID id, Actor actor, Locale locale, Model model) {
        model.addAttribute("line", pages.line(webhooks.find(id, actor)));
        model.addAttribute(
                "deliveries",
                webhooks.deliveries(id, actor).stream()
                        .map(delivery -> pages.sent(delivery, locale))
                        .toList());
        model.addAttribute("manages", policy.permitsSomewhere(actor, Permission.WEBHOOK_MANAGE));
        model.addAttribute("crumbs", pages.crumbs("webhook.one", locale));
        return "integration/webhook";
    }

    private String draw(@Nullable String url, Set<HookKind> chosen, Locale locale, Model model) {
        model.addAttribute("url", url);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("chosen", chosen);
        model.addAttribute("crumbs", pages.crumbs("webhook.new", locale));
        return "integration/webhook-new";
    }

    private List<FormProblem> problems(DomainException refused, Locale locale) {
        return refused.violations().stream()
                .map(violation -> new FormProblem(
                        violation.field(), messages.getMessage("rule." + violation.rule(), null, locale)))
                .toList();
    }
}
