/** Who is told what: notices about what happens, what people follow, mail, the digest of the week and reminders of what is due. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "team", "recommendation", "source", "progress", "evaluation"})
@NullMarked
package org.rumbo.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
