package org.rumbo.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by its key, never by counting rows.
 *
 * @param total how many there are in all; null where there are more than can be counted cheaply
 * @param next an opaque cursor for the following page; null on the last one, and then left out of answers
 */
public record Page<T>(
        List<T> items,
        @Nullable Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}
