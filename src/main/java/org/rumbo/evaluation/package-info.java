/** Rating implemented items by the criteria of OECD-DAC: who rates, what they say, and what follows from it. */
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {"shared", "team", "recommendation"})
@NullMarked
package org.rumbo.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
