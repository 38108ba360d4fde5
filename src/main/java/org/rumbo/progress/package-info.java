/** What teams report between two steps of the route: progress notes, and the talk about an item. */
@ApplicationModule(
        displayName = "Progress",
        allowedDependencies = {"shared", "team", "recommendation"})
@NullMarked
package org.rumbo.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
