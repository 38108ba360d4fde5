package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the frame's model beside every page's own. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
    private final ShellModel shell;

    ShellAdvice(ShellModel shell) {
        this.shell = shell;
    }

    @ModelAttribute("shell")
    @Nullable
    Shell shell(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") ? null : shell.shell(request);
    }

    /** Where the page that is read is explained. */
    @ModelAttribute("help")
    String help(HttpServletRequest request) {
        return "/help/" + HelpTopic.ofPage(request.getRequestURI()).key();
    }

    /** The request's number, which a page about a fault of ours tells so that it can be looked up. */
    @ModelAttribute("reference")
    @Nullable
    Object reference(HttpServletRequest request) {
        return request.getAttribute(RequestTag.ATTRIBUTE);
    }
}
