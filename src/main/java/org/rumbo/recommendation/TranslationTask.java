package org.rumbo.recommendation;

import java.util.List;
import java.util.Map;
import org.rumbo.shared.Language;

/** What is to be translated of one recommendation into one language. */
public record TranslationTask(RecommendationRow row, Language language, Map<TranslationStatus, List<TextField>> open) {}
