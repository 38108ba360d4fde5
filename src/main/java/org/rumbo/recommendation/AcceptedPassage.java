package org.rumbo.recommendation;

import java.util.List;
import java.util.Map;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;

/** A passage of a paper that is to be tracked for a country; titles and summaries are the network's own words. */
public record AcceptedPassage(
        RecommendationCode code,
        CountryCode country,
        Language language,
        Source source,
        List<String> themes,
        Map<Language, String> title,
        Map<Language, String> summary) {}
