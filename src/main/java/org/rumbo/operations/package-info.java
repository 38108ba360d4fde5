/** Running Rumbo: its commands, and the check that all that is kept twice agrees. */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"shared", "team", "recommendation", "ledger", "workflow", "web"})
@NullMarked
package org.rumbo.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
