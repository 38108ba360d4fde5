/**
 * Workbooks that people take away, fill in and bring back: Office Open XML (ECMA-376), CSV (RFC 4180) and Data Packages. What
 * a sheet means is the business of whoever lays it out.
 */
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"shared"})
@NullMarked
package org.rumbo.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
