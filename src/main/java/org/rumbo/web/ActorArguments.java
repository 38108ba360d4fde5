package org.rumbo.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.CurrentActor;
import org.rumbo.team.LastSeen;
import org.rumbo.team.People;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the person who asks, with the roles that she has now. */
@Component
class ActorArguments implements HandlerMethodArgumentResolver, CurrentActor {
    private static final String ATTRIBUTE = ActorArguments.class.getName();

    private final People people;
    private final LastSeen lastSeen;

    ActorArguments(People people, LastSeen lastSeen) {
        this.people = people;
        this.lastSeen = lastSeen;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = get();
        if (actor == null) {
            throw new DomainException(ProblemType.NOT_SIGNED_IN);
        }
        return actor;
    }

    @Override
    public @Nullable Actor get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return null;
        }
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            return ofRequest(signedIn.person(), () -> people.actor(signedIn.person()));
        }
        if (authentication.getPrincipal() instanceof TokenHolder holder) {
            return ofRequest(holder.person(), () -> people.actor(holder.person(), holder.grants()));
        }
        return null;
    }

    /** Whether whoever signed in has no access any more. */
    boolean hasEnded() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && people.hasEnded(signedIn.person());
    }

    /** Read once per request: what somebody may do does not change while she is answered. */
    private @Nullable Actor ofRequest(UUID person, Supplier<Optional<Actor>> read) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read.get().orElse(null);
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Actor known
                && known.id().equals(person)) {
            return known;
        }
        var actor = read.get().orElse(null);
        if (actor != null) {
            lastSeen.note(actor.id());
            request.setAttribute(ATTRIBUTE, actor, RequestAttributes.SCOPE_REQUEST);
        }
        return actor;
    }
}
