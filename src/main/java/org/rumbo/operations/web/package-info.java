/** The pages of those who look after the installation. */
@NullMarked
package org.rumbo.operations.web;

import org.jspecify.annotations.NullMarked;
