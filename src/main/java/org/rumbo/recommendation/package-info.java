/**
 * The recommendation and what becomes of it: its route, claims and decisions, markers and evidence, and the lists that
 * show it. The aggregate decides; the process engine follows.
 */
@ApplicationModule(
        displayName = "Recommendation",
        allowedDependencies = {"shared", "team", "file"})
@NullMarked
package org.rumbo.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
