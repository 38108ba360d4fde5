package org.rumbo.shared;

import jakarta.servlet.http.HttpServletRequest;

/** Says of an answer that it tells a secret: nothing keeps it for whoever sends the same form again. */
public final class ShownOnce {
    private static final String ATTRIBUTE = ShownOnce.class.getName();

    private ShownOnce() {}

    /** The answer to this request is such a one. */
    public static void in(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    public static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
