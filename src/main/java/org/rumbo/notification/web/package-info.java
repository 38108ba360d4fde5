/** Pages of notices, of what people follow, and of what they want to be told. */
@NullMarked
package org.rumbo.notification.web;

import org.jspecify.annotations.NullMarked;
