package org.rumbo.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;

/**
 * Which report somebody asks for.
 *
 * @param asOf the day at whose end things are looked at; null for today
 * @param from the first day of the period; null for a report without one
 * @param countries whose items; empty for all that the reader may
 */
public record ReportRequest(
        @Nullable LocalDate asOf, @Nullable LocalDate from, List<CountryCode> countries, Language language) {}
