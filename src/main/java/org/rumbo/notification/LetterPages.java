package org.rumbo.notification;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Network;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Fills in a mail's text and its twin in HTML. Addresses in them are whole: a mail is read elsewhere. */
@Component
class LetterPages {
    private final ITemplateEngine templates;
    private final Network network;
    private final String base;

    LetterPages(
            ITemplateEngine templates, Network network, PublicAddress address, @Value("${server.port:8080}") int port) {
        this.templates = templates;
        this.network = network;
        this.base = address.set().orElse("http://localhost:" + port);
    }

    String address(String page) {
        return base + page;
    }

    Letter letter(
            String template,
            WaitingMail mail,
            String name,
            @Nullable String address,
            Locale locale,
            String subject,
            Map<String, @Nullable Object> facts) {
        var context = new Context(locale);
        context.setVariables(Map.copyOf(present(facts)));
        context.setVariable("subject", subject);
        context.setVariable("name", name);
        context.setVariable("network", network.name());
        context.setVariable("settings", address("/settings/notices"));
        var stop = address("/mail/stop/" + mail.stopToken());
        context.setVariable("stop", stop);
        return new Letter(
                address,
                name,
                locale,
                subject,
                templates.process("mail/" + template + ".txt", context),
                templates.process("mail/" + template, context),
                stop);
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> facts) {
        var present = new java.util.HashMap<String, Object>();
        facts.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
