/** Rumbo: one module a package. */
@NullMarked
package org.rumbo;

import org.jspecify.annotations.NullMarked;
