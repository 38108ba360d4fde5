package org.rumbo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that waits until what it tells is stored for good: a browser that hears of it reads the new state at once. */
class HeldAnswer extends ContentCachingResponseWrapper {
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_LOCATION = 2000;

    private @Nullable String location;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String to) {
        location = to;
    }

    @Override
    public void sendRedirect(String to, int status, boolean clearBuffer) {
        location = to;
    }

    @Override
    public int getStatus() {
        return location == null ? super.getStatus() : SC_FOUND;
    }

    boolean tellsOfSuccess() {
        return getStatus() < SC_BAD_REQUEST;
    }

    /**
     * As it is kept for whoever sends the same again; what is too long to keep, or is told only once, is answered by the page it
     * was sent from.
     */
    StoredAnswers.Stored asStored(String hash, boolean toldOnce) {
        var text = location == null && !toldOnce && getContentSize() <= LONGEST_BODY
                ? new String(getContentAsByteArray(), StandardCharsets.UTF_8)
                : null;
        var to = location == null || location.length() > LONGEST_LOCATION ? null : location;
        return new StoredAnswers.Stored(hash, getStatus(), to, null, text);
    }

    void release() throws IOException {
        if (location != null) {
            ((HttpServletResponse) getResponse()).sendRedirect(location);
        } else {
            copyBodyToResponse();
        }
    }
}
