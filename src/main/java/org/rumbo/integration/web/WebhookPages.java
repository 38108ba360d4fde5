package org.rumbo.integration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.integration.Webhooks;
import org.rumbo.shared.Crumb;
import org.rumbo.team.Network;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of web hooks say about each, and about each message. */
@Component
class WebhookPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Network network;
    private final MessageSource messages;

    WebhookPages(Network network, MessageSource messages) {
        this.network = network;
        this.messages = messages;
    }

    /** A moment as the network's clocks show it. */
    record Moment(LocalDate on, String time) {}

    record Line(
            Webhooks.Webhook hook,
            Moment made,
            @Nullable Moment delivered,
            @Nullable Moment failed,
            @Nullable Moment earlierUntil) {}

    /**
     * @param answer how it was answered, in words; null where it was not tried yet
     */
    record Sent(
            Webhooks.Delivery delivery,
            Moment made,
            @Nullable Moment tried,
            @Nullable Moment next,
            @Nullable String answer) {}

    Line line(Webhooks.Webhook hook) {
        return new Line(
                hook,
                moment(hook.madeAt()),
                orNull(hook.deliveredAt()),
                orNull(hook.failedAt()),
                orNull(hook.earlierUntil()));
    }

    Sent sent(Webhooks.Delivery delivery, Locale locale) {
        var answer = delivery.answer();
        return new Sent(
                delivery,
                moment(delivery.madeAt()),
                orNull(delivery.triedAt()),
                orNull(delivery.nextAt()),
                answer == null ? null : words(answer, locale));
    }

    private String words(String answer, Locale locale) {
        return answer.matches("\\d{3}")
                ? messages.getMessage("webhook.answer.status", new Object[] {answer}, locale)
                : messages.getMessage("webhook.answer." + answer, null, locale);
    }

    private @Nullable Moment orNull(@Nullable Instant at) {
        return at == null ? null : moment(at);
    }

    private Moment moment(Instant at) {
        var there = at.atZone(network.zone());
        return new Moment(there.toLocalDate(), there.format(TIME));
    }

    List<Crumb> crumbs(Locale locale) {
        return List.of(
                new Crumb("/admin", text("admin.title", locale)), new Crumb(null, text("webhook.title", locale)));
    }

    List<Crumb> crumbs(String here, Locale locale) {
        return List.of(
                new Crumb("/admin", text("admin.title", locale)),
                new Crumb("/admin/webhooks", text("webhook.title", locale)),
                new Crumb(null, text(here, locale)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
