/** The papers whose recommendations are tracked: their chapters and authors, and how their items enter. */
@ApplicationModule(
        displayName = "Source",
        allowedDependencies = {"shared", "team", "recommendation"})
@NullMarked
package org.rumbo.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
