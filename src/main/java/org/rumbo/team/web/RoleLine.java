package org.rumbo.team.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Grant;
import org.rumbo.team.Role;

/**
 * A role as a page shows it.
 *
 * @param origin what kind of thing gives it: group, role, demo or here
 * @param source the group or role in the directory's own words
 */
record RoleLine(Role role, @Nullable CountryCode country, String origin, String source) {
    static RoleLine of(Grant grant) {
        return new RoleLine(grant.role(), grant.country(), grant.origin(), grant.source());
    }
}
