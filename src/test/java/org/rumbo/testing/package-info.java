/** What tests of the whole application share: one running server, a database of choice, a clock that can be set. */
@NullMarked
package org.rumbo.testing;

import org.jspecify.annotations.NullMarked;
