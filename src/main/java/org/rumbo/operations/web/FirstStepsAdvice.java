package org.rumbo.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.FirstSteps;
import org.rumbo.team.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the home pages the list of first steps, which they show with the fragment {@code operations/first-steps :: card}. */
@ControllerAdvice(annotations = Controller.class)
class FirstStepsAdvice {
    private static final Set<String> HOMES = Set.of("/work", "/progress", "/reports", "/people");

    private final FirstSteps steps;
    private final CurrentActor actors;

    FirstStepsAdvice(FirstSteps steps, CurrentActor actors) {
        this.steps = steps;
        this.actors = actors;
    }

    @ModelAttribute("firstSteps")
    FirstSteps.@Nullable Checklist list(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || !HOMES.contains(request.getRequestURI())) {
            return null;
        }
        var actor = actors.get();
        return actor == null ? null : steps.wanted(actor);
    }
}
