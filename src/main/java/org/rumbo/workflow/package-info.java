/** Runs the processes in {@code bpmn/}: the aggregate decides, the engine follows, and only this package knows the engine. */
@NullMarked
package org.rumbo.workflow;

import org.jspecify.annotations.NullMarked;
