/** Country teams, the roles of people in them, and the one policy that says who may do what. */
@ApplicationModule(displayName = "Team", allowedDependencies = "shared")
@NullMarked
package org.rumbo.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
