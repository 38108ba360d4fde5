/**
 * Files that people hand in: what is taken at all, where it is kept, and who looks for viruses in it. What a file is for is
 * the business of whoever asks for it to be kept.
 */
@ApplicationModule(
        displayName = "File",
        allowedDependencies = {"shared"})
@NullMarked
package org.rumbo.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
