/** Addresses and pages of evaluations. */
@NullMarked
package org.rumbo.evaluation.web;

import org.jspecify.annotations.NullMarked;
