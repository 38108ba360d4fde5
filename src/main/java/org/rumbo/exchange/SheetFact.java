package org.rumbo.exchange;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;
import org.rumbo.team.NetworkFact;

/**
 * An import came to its end. Each change has an event of its own, which carries the import's id as its request.
 *
 * @param country whose team's rows they were; null where they were of several
 */
record SheetFact(String action, UUID by, @Nullable CountryCode country, Map<String, ?> detail) implements NetworkFact {}
