package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Citations;
import org.rumbo.recommendation.PaperWords;
import org.rumbo.recommendation.RecommendationView;

/**
 * A recommendation as its page shows it to one reader.
 *
 * @param titleLanguage the title's language where it is not the reader's; likewise that of the summary
 * @param citation the paper from which it comes; null for a team's own proposal
 * @param words what the paper itself says; null until it is imported
 * @param full what only readers of the full item get; null for everybody else
 * @param sections which pages of other modules it includes
 */
record ItemPage(
        RecommendationView.Facts facts,
        String title,
        @Nullable String titleLanguage,
        @Nullable String summary,
        @Nullable String summaryLanguage,
        Citations.@Nullable Citation citation,
        PaperWords.@Nullable Words words,
        RouteLine route,
        @Nullable LocalDate unverifiedSince,
        RecommendationView.@Nullable Full full,
        @Nullable String owner,
        @Nullable NextStepCard next,
        @Nullable ClaimSummary claim,
        List<EvidenceLine> evidence,
        RelatedLinks.Related related,
        Set<String> actions,
        Set<String> sections) {}
