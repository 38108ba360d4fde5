package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts attempts to sign in that fail, per address and per name. One that succeeds is not counted, so a whole office may
 * sign in behind one address.
 */
class SignInLimits extends OncePerRequestFilter {
    private final RateLimits limits;
    private final TooMany tooMany;

    SignInLimits(RateLimits limits, TooMany tooMany) {
        this.limits = limits;
        this.tooMany = tooMany;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isForm(request) && !request.getRequestURI().startsWith("/login/oauth2/");
    }

    private static boolean isForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = Caller.address(request);
        var typed = isForm(request) ? request.getParameter("username") : null;
        var name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        var wait = limits.take(Limit.SIGN_IN_FROM_ADDRESS, address);
        if (wait.isZero() && !name.isEmpty()) {
            wait = limits.take(Limit.SIGN_IN_AS_NAME, name);
        }
        if (!wait.isZero()) {
            tooMany.refuse(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (Caller.signedIn() != null) {
            limits.giveBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            if (!name.isEmpty()) {
                limits.giveBack(Limit.SIGN_IN_AS_NAME, name);
            }
        }
    }
}
