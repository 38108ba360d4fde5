package org.rumbo.web;

import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The accessibility statement. */
@Controller
class AccessibilityController {
    @GetMapping("/accessibility")
    @Needs(Permission.PUBLIC)
    String statement() {
        return "web/accessibility";
    }
}
