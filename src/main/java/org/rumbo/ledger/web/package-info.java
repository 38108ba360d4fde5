/** Addresses and pages that show the ledger. */
@NullMarked
package org.rumbo.ledger.web;

import org.jspecify.annotations.NullMarked;
