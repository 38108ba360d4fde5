/** Addresses, pages and forms of recommendations. */
@NullMarked
package org.rumbo.recommendation.web;

import org.jspecify.annotations.NullMarked;
