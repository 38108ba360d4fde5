/** The access matrix over real HTTP: everybody tries everything in every state, and every cell is seen to matter. */
@NullMarked
package org.rumbo.access;

import org.jspecify.annotations.NullMarked;
