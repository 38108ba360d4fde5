package org.rumbo.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as readers get it.
 *
 * @param linkGoneOn since when what the link led to is no longer there; null while it is
 * @param sha256 of the file
 * @param requestedVisibility who should see it once it is released; not told to readers outside the team
 * @param addedBy login of who added it; not told to readers outside the team
 * @param own whether the reader added it, or somebody for her, so that she may not release it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        UUID id,
        EvidenceType type,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String language,
        @Nullable String url,
        @Nullable LocalDate linkGoneOn,
        @Nullable String sha256,
        @Nullable EvidenceFile file,
        Strength strength,
        Visibility visibility,
        @Nullable Visibility requestedVisibility,
        @Nullable String addedBy,
        @Nullable Instant addedAt,
        @JsonIgnore boolean own) {}
