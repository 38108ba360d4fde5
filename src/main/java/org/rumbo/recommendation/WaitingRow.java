package org.rumbo.recommendation;

import java.time.Instant;
import org.rumbo.team.Role;

/**
 * An item of the reader's that waits for somebody else.
 *
 * @param who in which role somebody has to act
 * @param since when it began to wait for her
 */
public record WaitingRow(RecommendationRow recommendation, Role who, Instant since) {}
