package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Keeps a form that its writer wants to send later, and fills it in when she opens it again; for every form alike. */
@Component
class RestoredDrafts implements HandlerInterceptor {
    /** Where it stands in the request which draft the page's form was filled in with. */
    static final String RESTORED = RestoredDrafts.class.getName();
    /** By which a script says that it wants a word for the save line, not a page. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final String IN_BACKGROUND = "X-Draft";

    private final FormDrafts drafts;
    private final DraftBinding binding;
    private final ActorArguments actors;
    private final AccessPolicy policy;
    private final Routes routes;
    private final Network network;
    private final MessageSource messages;

    RestoredDrafts(
            FormDrafts drafts,
            DraftBinding binding,
            ActorArguments actors,
            AccessPolicy policy,
            Routes routes,
            Network network,
            MessageSource messages) {
        this.drafts = drafts;
        this.binding = binding;
        this.actors = actors;
        this.policy = policy;
        this.routes = routes;
        this.network = network;
        this.messages = messages;
    }

    /**
     * What a page says about a draft.
     *
     * @param href where its form can be opened; null where it is filled in on this page
     */
    record Note(String address, String savedAt, @Nullable String href) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var actor = wantsDraft(request) ? actors.get() : null;
        if (actor == null || !policy.permitsSomewhere(actor, Permission.SELF_MANAGE)) {
            return true;
        }
        var saved = drafts.save(actor.id(), request);
        if (request.getHeader(IN_BACKGROUND) == null) {
            response.sendRedirect(saved.page());
        } else {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(text("draft.saved", time(saved.savedAt())));
        }
        return false;
    }

    private static boolean wantsDraft(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && request.getParameter(FormDrafts.SAVE) != null;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var hasForm = page != null && page.getModel().containsKey("form");
        if (page == null
                || !HttpMethod.GET.matches(request.getMethod())
                || !(hasForm || page.getModel().containsKey("item"))) {
            return;
        }
        var actor = actors.get();
        if (actor != null) {
            restore(page, hasForm, actor, request);
        }
    }

    private void restore(ModelAndView page, boolean hasForm, Actor actor, HttpServletRequest request) {
        var path = request.getRequestURI();
        for (var draft : drafts.at(actor.id(), path)) {
            var filled = hasForm ? binding.fill(page.getModel().get("form"), draft.fields()) : null;
            if (filled != null) {
                page.addObject("form", filled);
                request.setAttribute(RESTORED, draft);
                page.addObject("unsent", new Note(draft.address(), when(draft.savedAt()), null));
                return;
            }
            var elsewhere = page.getModel().containsKey("unsent") ? null : elsewhere(draft, path);
            if (elsewhere != null) {
                page.addObject("unsent", new Note(draft.address(), when(draft.savedAt()), elsewhere));
            }
        }
    }

    /** Where the draft's form can be opened, if not here; not every form is sent to the address of a page. */
    private @Nullable String elsewhere(FormDrafts.Draft draft, String here) {
        return opens(draft)
                .filter(address -> !address.split("\\?", 2)[0].equals(here))
                .orElse(null);
    }

    Optional<String> opens(FormDrafts.Draft draft) {
        var address = draft.address();
        return Stream.of(address, draft.page(), address.substring(0, Math.max(1, address.lastIndexOf('/'))))
                .filter(page -> routes.hasPage(page.split("\\?", 2)[0]))
                .findFirst();
    }

    String when(Instant at) {
        return DayInWords.of(network.day(at), messages, LocaleContextHolder.getLocale()) + ", " + time(at);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(network.zone()));
    }

    private String text(String key, Object... facts) {
        return messages.getMessage(key, facts, LocaleContextHolder.getLocale());
    }
}
