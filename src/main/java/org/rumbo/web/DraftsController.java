package org.rumbo.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own unsent forms, and the keys that work everywhere. */
@Controller
class DraftsController {
    private static final int SHOWN = 160;

    private final FormDrafts drafts;
    private final RestoredDrafts restored;
    private final MessageSource messages;

    DraftsController(FormDrafts drafts, RestoredDrafts restored, MessageSource messages) {
        this.drafts = drafts;
        this.restored = restored;
        this.messages = messages;
    }

    /**
     * A draft in the list.
     *
     * @param href null where its form can no longer be opened by itself
     * @param thing which form it is, and about what
     * @param words how it begins
     */
    record Line(
            String address,
            @Nullable String href,
            String thing,
            String savedAt,
            @Nullable String words) {}

    @GetMapping("/drafts")
    @Needs(Permission.SELF_MANAGE)
    String list(Actor actor, Locale locale, Model model) {
        model.addAttribute(
                "drafts",
                drafts.all(actor.id()).stream()
                        .map(draft -> line(draft, locale))
                        .toList());
        return "web/drafts";
    }

    private Line line(FormDrafts.Draft draft, Locale locale) {
        return new Line(
                draft.address(),
                restored.opens(draft).orElse(null),
                thing(draft.address(), locale),
                restored.when(draft.savedAt()),
                words(draft));
    }

    /** Which form, and about what: addresses of forms say both. */
    private String thing(String address, Locale locale) {
        var steps = address.substring(1).split("/");
        var aboutItem = steps.length > 2 && steps[0].equals("recommendations");
        var kind = "draft.form." + (aboutItem ? steps[2] : steps[0]);
        var form = messages.getMessage(new DefaultMessageSourceResolvable(new String[] {kind, "draft.form"}), locale);
        return aboutItem ? steps[1] + ": " + form : form;
    }

    /** The longest text in it is what she will know it by. */
    private static @Nullable String words(FormDrafts.Draft draft) {
        return draft.fields().values().stream()
                .flatMap(List::stream)
                .filter(text -> text.indexOf(' ') > 0)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .orElse(null);
    }

    @PostMapping("/drafts/discard")
    @Needs(Permission.SELF_MANAGE)
    String discard(
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String then,
            Actor actor) {
        if (address == null) {
            throw DomainException.malformed("address");
        }
        drafts.discard(actor.id(), address);
        return "redirect:" + (then != null && ReturnAddress.isOwn(then) ? then : "/drafts");
    }

    @GetMapping("/shortcuts")
    @Needs(Permission.SELF_MANAGE)
    String shortcuts() {
        return "web/shortcuts";
    }
}
