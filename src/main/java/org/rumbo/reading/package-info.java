/**
 * Reads papers: from the bytes of a file to its chapters and the recommendations in them, by rules that hold for papers in
 * general. Decides nothing and keeps nothing; people look at what it found before anything is tracked.
 */
@ApplicationModule(
        displayName = "Reading",
        allowedDependencies = {"shared"})
@NullMarked
package org.rumbo.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
