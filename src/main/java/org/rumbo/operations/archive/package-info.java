/** Everything that an installation holds, as one file that others can read and an empty installation can take in. */
@NullMarked
package org.rumbo.operations.archive;

import org.jspecify.annotations.NullMarked;
