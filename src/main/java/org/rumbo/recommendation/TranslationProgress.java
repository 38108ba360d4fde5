package org.rumbo.recommendation;

import java.util.Map;
import org.rumbo.shared.Language;

/** How many texts there are in one language, by how they came about. */
public record TranslationProgress(Language language, Map<TranslationStatus, Long> byStatus) {
    public long of(TranslationStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Texts on which a reader of this language can rely. */
    public long reliable() {
        return of(TranslationStatus.ORIGINAL) + of(TranslationStatus.HUMAN);
    }
}
