/** Addresses and pages of progress notes and comments. */
@NullMarked
package org.rumbo.progress.web;

import org.jspecify.annotations.NullMarked;
