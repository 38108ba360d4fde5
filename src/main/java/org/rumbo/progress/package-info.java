/**
 * What teams report between two steps of the route: progress notes, the talk about an item, what they plan to do, what they count,
 * and what happens in their countries.
 */
@ApplicationModule(
        displayName = "Progress",
        allowedDependencies = {"shared", "team", "recommendation"})
@NullMarked
package org.rumbo.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
