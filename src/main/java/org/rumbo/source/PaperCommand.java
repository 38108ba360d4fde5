package org.rumbo.source;

import org.jspecify.annotations.Nullable;
import org.rumbo.file.StoredFile;
import org.rumbo.shared.Language;

/**
 * A paper that is to be imported.
 *
 * @param key how codes of its recommendations begin, such as {@code SPN-2019}; null to recognise the paper, or to be given one
 * @param title null to take the one that the paper itself has
 */
public record PaperCommand(
        StoredFile file,
        Language language,
        @Nullable String key,
        @Nullable String title) {}
