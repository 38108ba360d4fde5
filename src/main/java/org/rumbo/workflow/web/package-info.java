/** Addresses and pages of tasks and of processes. */
@NullMarked
package org.rumbo.workflow.web;

import org.jspecify.annotations.NullMarked;
