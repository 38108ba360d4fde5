package org.rumbo.recommendation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;

/**
 * A list with its filters under a name: a question, never its answer.
 *
 * @param query what follows the list's address
 * @param team the country team that is shown it too; null for one's own eyes
 * @param owner who made it, by name
 * @param own whether its reader made it
 * @param first whether the list opens with it, for who made it
 */
public record SavedView(
        UUID id, String name, String query, @Nullable CountryCode team, String owner, boolean own, boolean first) {}
