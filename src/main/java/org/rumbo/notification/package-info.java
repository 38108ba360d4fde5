/** Who is told what: notices about what happens, and what people follow so that they are told. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "team", "recommendation", "progress", "evaluation"})
@NullMarked
package org.rumbo.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
