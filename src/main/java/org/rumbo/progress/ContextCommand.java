package org.rumbo.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * An event of a country to be told.
 *
 * @param language of its title and text
 * @param url where it can be read
 */
public record ContextCommand(
        ContextKind kind,
        LocalDate on,
        String title,
        @Nullable Language language,
        @Nullable String url,
        @Nullable String text) {}
