package org.rumbo.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Turns refusals into problem details (RFC 9457) in the reader's language. */
@Component
class Problems {
    private static final String TYPES = "https://rumbo.example/problems/";

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail describe(DomainException refused, Locale locale) {
        var problem = describe(refused.type(), locale);
        refused.facts().forEach(problem::setProperty);
        if (!refused.violations().isEmpty()) {
            problem.setProperty("violations", violations(refused.violations(), locale));
        }
        return problem;
    }

    ProblemDetail describe(ProblemType type, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(type.status()));
        problem.setType(URI.create(TYPES + type.slug()));
        problem.setTitle(messages.getMessage("problem." + type.slug(), null, locale));
        problem.setDetail(messages.getMessage("problem." + type.slug() + ".detail", null, locale));
        return problem;
    }

    private List<Map<String, String>> violations(List<Violation> violations, Locale locale) {
        var described = new ArrayList<Map<String, String>>();
        for (var violation : violations) {
            var line = new LinkedHashMap<String, String>();
            line.put("field", violation.field());
            line.put("rule", violation.rule());
            line.put("message", messages.getMessage("rule." + violation.rule(), null, locale));
            described.add(line);
        }
        return described;
    }
}
