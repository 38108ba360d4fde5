/** The papers whose recommendations are tracked: how they are imported and looked through, their words, chapters and authors. */
@ApplicationModule(
        displayName = "Source",
        allowedDependencies = {"shared", "team", "recommendation", "reading", "file"})
@NullMarked
package org.rumbo.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
