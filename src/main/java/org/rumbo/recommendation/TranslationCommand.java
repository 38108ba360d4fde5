package org.rumbo.recommendation;

import java.util.Map;

/**
 * Texts in another language than the original's; a field that is not there stays as it is.
 *
 * @param machine whether no person has read them against the original
 */
public record TranslationCommand(Map<TextField, String> texts, boolean machine) {}
