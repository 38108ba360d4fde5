package org.rumbo.recommendation.web;

import java.util.List;
import org.rumbo.shared.Crumb;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around every form about a recommendation: its path, its name and the recommendation itself. */
@Component
class FormFrame {
    private final MessageSource messages;

    FormFrame(MessageSource messages) {
        this.messages = messages;
    }

    /** Draws the form of this name; its title is the message {@code form.<name>.title}. */
    String draw(String name, ItemPage item, Model model) {
        return draw(name, "form." + name + ".title", item, model);
    }

    /** The same with another message as its title. */
    String draw(String name, String title, ItemPage item, Model model) {
        var code = item.facts().code();
        model.addAttribute("item", item);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", text("nav.recommendations")),
                        new Crumb("/recommendations/" + code, code),
                        new Crumb(null, text(title))));
        return "recommendation/" + name;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
