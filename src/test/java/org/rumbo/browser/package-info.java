/** What people see: the pages in a real browser, with and without scripts, narrow and wide, light and dark. */
@NullMarked
package org.rumbo.browser;

import org.jspecify.annotations.NullMarked;
