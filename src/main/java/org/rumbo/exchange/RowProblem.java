package org.rumbo.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a row that keeps it from being used.
 *
 * @param cell where, as spreadsheets write it; null where it is about no cell
 * @param field the column that it is about; null where it is about none
 * @param key under which the messages have its words
 * @param arguments what the words name
 */
public record RowProblem(@Nullable String cell, @Nullable String field, String key, List<String> arguments) {}
