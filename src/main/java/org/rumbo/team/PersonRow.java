package org.rumbo.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;

/**
 * One person as administrators and auditors see her.
 *
 * @param lastSeenAt when she last signed in; null where she never did
 * @param deactivatedAt when an administrator ended her access; null where none did
 * @param deactivatedBy that administrator's name
 * @param listed whether the directory still lets her in
 * @param grants her own roles, and where they come from
 */
public record PersonRow(
        UUID id,
        String login,
        String name,
        @Nullable String mail,
        @Nullable Language language,
        @Nullable Instant lastSeenAt,
        @Nullable Instant deactivatedAt,
        @Nullable String deactivatedBy,
        boolean listed,
        List<Grant> grants) {

    public boolean hasAccess() {
        return listed && deactivatedAt == null;
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }
}
