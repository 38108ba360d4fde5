package org.rumbo.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rumbo.shared.Language;
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

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String style;

    ReportDocument(ITemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
        this.style = styleWithoutFonts();
    }

    ReportFile in(Language language, ImplementationReport report, ReportFile data) {
        var context = new Context(
                language.locale(),
                Map.of(
                        "report",
                        report,
                        "words",
                        new ReportWords(report, messages, language.locale()),
                        "sha256",
                        data.sha256(),
                        "standalone",
                        true));
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
