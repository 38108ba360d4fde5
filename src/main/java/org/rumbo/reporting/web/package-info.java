/** Pages, downloads and REST addresses of reports and of the network's progress. */
@NullMarked
package org.rumbo.reporting.web;

import org.jspecify.annotations.NullMarked;
