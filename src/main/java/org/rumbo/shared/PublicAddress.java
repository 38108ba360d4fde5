package org.rumbo.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which people reach Rumbo: the one that was set, else the one that they asked. */
@Component
public class PublicAddress {
    private final @Nullable String set;

    PublicAddress(@Value("${rumbo.public-url:#{null}}") @Nullable String set) {
        this.set = set == null || set.isBlank() ? null : set.replaceAll("/+$", "");
    }

    /** The one that was set, without a slash at its end: for what nobody asked for. */
    public Optional<String> set() {
        return Optional.ofNullable(set);
    }

    /** For templates that are filled in with each request. */
    public String template() {
        return set().orElse("{baseUrl}");
    }

    public String of(HttpServletRequest request) {
        return set == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : set;
    }
}
