package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which people reach Rumbo: the one that was set, else the one that they asked. */
@Component
class PublicAddress {
    private final @Nullable String set;

    PublicAddress(@Value("${rumbo.public-url:#{null}}") @Nullable String set) {
        this.set = set == null || set.isBlank() ? null : set.replaceAll("/+$", "");
    }

    /** For templates that are filled in with each request. */
    String template() {
        return set == null ? "{baseUrl}" : set;
    }

    String of(HttpServletRequest request) {
        return set == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : set;
    }
}
