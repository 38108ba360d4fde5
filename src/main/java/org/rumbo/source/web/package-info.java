/** Papers over the web: handing one in, looking through what was read in it, and what it says in its own words. */
@NullMarked
package org.rumbo.source.web;

import org.jspecify.annotations.NullMarked;
