/** Reports on what became of the recommendations, computed from the ledger's images, and the ones that were published. */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"shared", "team", "recommendation", "sheet", "ledger"})
@NullMarked
package org.rumbo.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
