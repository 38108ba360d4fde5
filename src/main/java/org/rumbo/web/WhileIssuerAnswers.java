package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody is sent to a sign-in that is not there. */
class WhileIssuerAnswers extends OncePerRequestFilter {
    private final Issuer issuer;

    WhileIssuerAnswers(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + KeycloakSignIn.START);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (issuer.answers()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + KeycloakPages.UNAVAILABLE);
        }
    }
}
