package org.rumbo.web;

import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells a logout token from every other token: what it is about, whom it names, and that it is no id token. */
class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var isLogout = token.getClaims().get("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map;
        return isLogout
                        && token.hasClaim("sub")
                        && token.hasClaim("iat")
                        && token.hasClaim("jti")
                        && !token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "This is no logout token.", null));
    }
}
