package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.rumbo.shared.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks somebody to wait, and says how long. */
@Component
class TooMany {
    private final ApiRefusals api;
    private final PageRefusals pages;

    TooMany(ApiRefusals api, PageRefusals pages) {
        this.api = api;
        this.pages = pages;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        request.setAttribute(ProblemAnswers.WAIT, seconds);
        if (request.getRequestURI().startsWith("/api/")) {
            api.refuse(request, response, ProblemType.TOO_MANY_REQUESTS);
        } else {
            pages.refuse(request, response, ProblemType.TOO_MANY_REQUESTS);
        }
    }
}
