/** What other programs get from Rumbo: people's calendars, and the web hooks of integrators. */
@ApplicationModule(
        displayName = "Integration",
        allowedDependencies = {"shared", "team", "recommendation", "notification", "workflow"})
@NullMarked
package org.rumbo.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
