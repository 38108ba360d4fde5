package org.rumbo.integration.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people reach Rumbo: the address that was set, else the one that they asked. */
@Component("integrationAddress")
class OwnAddress {
    private final @Nullable String set;

    OwnAddress(@Value("${rumbo.public-url:#{null}}") @Nullable String set) {
        this.set = set == null || set.isBlank() ? null : set.replaceAll("/+$", "");
    }

    String of(HttpServletRequest request) {
        return set == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : set;
    }
}
