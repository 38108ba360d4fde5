/** What every module speaks: refusals, languages, pages of a list and the clock. No business words. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package org.rumbo.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
