/** Addresses, pages and forms of spreadsheets. */
@NullMarked
package org.rumbo.exchange.web;

import org.jspecify.annotations.NullMarked;
