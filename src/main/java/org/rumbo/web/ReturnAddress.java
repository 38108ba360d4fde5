package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers, in a cookie for a quarter of an hour, which page a visitor wanted before she was asked to sign in. A session
 * would cost a row for every robot that comes by. What the cookie says is believed only if it is an address of Rumbo's own.
 */
@Component
class ReturnAddress implements RequestCache {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int LONGEST = 1000;
    /** Begins with one slash, has no second, no backslash, no control character, no blank: browsers read all of those as more. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final String cookie;
    private final boolean secure;

    ReturnAddress(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.secure = secure;
        this.cookie = secure ? "__Host-rumbo-return" : "rumbo-return";
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isPage(request)) {
            remember(address, response);
        }
    }

    /** To which page whoever signs in next is led. */
    void remember(String address, HttpServletResponse response) {
        if (isOwn(address)) {
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
            write(response, text, KEPT);
        }
    }

    /** Not what a page asks for in the background: one does not want to land on a piece of a page. */
    private static boolean isPage(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && (mode == null || mode.equals("navigate"));
    }

    static boolean isOwn(String address) {
        return address.length() <= LONGEST && OWN.matcher(address).matches();
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var kept = WebUtils.getCookie(request, cookie);
        if (kept == null) {
            return null;
        }
        try {
            var address = new String(Base64.getUrlDecoder().decode(kept.getValue()), StandardCharsets.UTF_8);
            return isOwn(address) ? new SimpleSavedRequest(address) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** The page is asked for anew, so nothing is played back; once somebody is there the cookie has served. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var wanted = getRequest(request, response);
        if (wanted != null && wanted.getRedirectUrl().split("\\?", 2)[0].equals(request.getRequestURI())) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
