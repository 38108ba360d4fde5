package org.rumbo.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.rumbo.shared.Language;
import org.rumbo.team.Network;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a report as one HTML document that needs nothing beside it, so that it reads the same wherever it is kept. */
@Component
class ReportDocument {
    /** Where the template leaves room for the style sheet; the sheet is ours and must not be escaped. */
    private static final String ROOM_FOR_STYLE = "/* style */";

    /** By whom and when a report is published. */
    record Issue(UUID id, String publisher, Instant at) {}

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Network network;
    private final String style;

    ReportDocument(ITemplateEngine templates, MessageSource messages, Network network) {
        this.templates = templates;
        this.messages = messages;
        this.network = network;
        this.style = styleWithoutFonts();
    }

    /**
     * @param sha256 the fingerprint of the same report as data
     */
    ReportFile in(Language language, ImplementationReport report, String sha256, Issue issue) {
        var context = new Context(language.locale());
        context.setVariable("report", report);
        context.setVariable("words", new ReportWords(report, messages, language.locale()));
        context.setVariable("sha256", sha256);
        context.setVariable("network", network.name());
        context.setVariable("id", issue.id());
        context.setVariable("publisher", issue.publisher());
        context.setVariable("publishedOn", network.day(issue.at()));
        var page = templates.process("reporting/document", context);
        var room = page.indexOf(ROOM_FOR_STYLE);
        return ReportFile.of(page.substring(0, room) + style + page.substring(room + ROOM_FOR_STYLE.length()));
    }

    /** Fonts would have to be fetched from somewhere. */
    private static String styleWithoutFonts() {
        try {
            var sheet = new ClassPathResource("static/rumbo.css").getContentAsString(StandardCharsets.UTF_8);
            return sheet.replaceAll("@font-face \\{[^}]*\\}\\s*", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The style sheet cannot be read", unreadable);
        }
    }
}
