/** Signing in, the page's frame, problem pages, and what all addresses of the REST face share. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "team", "file"})
@NullMarked
package org.rumbo.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
