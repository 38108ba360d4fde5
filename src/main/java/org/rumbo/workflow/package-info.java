/** Runs the processes in {@code bpmn/}: the aggregate decides, the engine follows, and only this package knows the engine. */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"shared", "team", "recommendation", "source", "progress", "evaluation"})
@NullMarked
package org.rumbo.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
