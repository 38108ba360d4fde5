/**
 * What every module speaks: refusals, languages, pages of a list, typed days and links, hashes, the clock and Rumbo's own
 * address. No business words.
 */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package org.rumbo.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
