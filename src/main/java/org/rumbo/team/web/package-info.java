/** Pages about people, their teams and their deputies. */
@NullMarked
package org.rumbo.team.web;

import org.jspecify.annotations.NullMarked;
