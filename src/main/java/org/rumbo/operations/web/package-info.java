/** Pages for whoever is new here. */
@NullMarked
package org.rumbo.operations.web;

import org.jspecify.annotations.NullMarked;
