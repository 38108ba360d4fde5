/**
 * Spreadsheets: taking recommendations away as a workbook, and bringing changes back. A sheet changes only what a form can change,
 * by the same use cases and under the same rules.
 */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"shared", "team", "recommendation", "progress", "sheet"})
@NullMarked
package org.rumbo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
