/** The append-only record of who did what, written in the transaction that did it; reports are computed from it. */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"shared", "team", "recommendation", "sheet"})
@NullMarked
package org.rumbo.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
