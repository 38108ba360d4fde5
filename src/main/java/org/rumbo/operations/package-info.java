/** Running Rumbo: its commands, the check that all that is kept twice agrees, and the network of a demonstration. */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "shared",
            "team",
            "file",
            "reading",
            "recommendation",
            "source",
            "progress",
            "evaluation",
            "ledger",
            "ledger :: proof",
            "notification",
            "workflow",
            "integration",
            "reporting",
            "exchange",
            "web"
        })
@NullMarked
package org.rumbo.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
