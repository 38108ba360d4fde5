package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.ShownOnce;
import org.rumbo.team.Actor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each form that a page shows carries a key of its own. A second click, a reload, the way back or a second tab sends the same
 * key again: that changes nothing and leads to where the first one led. A form that was refused may be sent again.
 */
@Component
class OnceOnlyForms extends OncePerRequestFilter {
    static final String FIELD = "_once";
    private static final String OF_FORMS = "form ";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final StoredAnswers answers;
    private final FormDrafts drafts;
    private final KeptForms kept;
    private final PlatformTransactionManager transactions;
    private final ActorArguments actors;
    private final PageRefusals refusals;

    OnceOnlyForms(
            StoredAnswers answers,
            FormDrafts drafts,
            KeptForms kept,
            PlatformTransactionManager transactions,
            ActorArguments actors,
            PageRefusals refusals) {
        this.answers = answers;
        this.drafts = drafts;
        this.kept = kept;
        this.transactions = transactions;
        this.actors = actors;
        this.refusals = refusals;
    }

    private record Sent(String key, String hash, UUID person, HttpServletRequest request) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getParameter(FIELD);
        var actor = key == null || request.getParameter(FormDrafts.SAVE) != null ? null : actors.get();
        var sent = key == null || actor == null ? null : sent(key, actor, request);
        if (sent == null) {
            chain.doFilter(request, response);
            return;
        }
        var known = answers.find(sent.key(), sent.person());
        if (known == null) {
            first(sent, response, chain);
        } else {
            again(known, sent, response);
        }
    }

    /** Null for what no page of ours sent, or cannot be read: it takes its way without this. */
    private static @Nullable Sent sent(String key, Actor actor, HttpServletRequest request) throws IOException {
        try {
            return KEY.matcher(key).matches()
                    ? new Sent(OF_FORMS + key + " " + place(request), SentForm.hash(request), actor.id(), request)
                    : null;
        } catch (IllegalStateException | ServletException unreadable) {
            return null;
        }
    }

    /** A form may have a second button that leads elsewhere, to a preview for example: that is not the same act. */
    private static String place(HttpServletRequest request) {
        return Integer.toHexString(request.getRequestURI().hashCode());
    }

    private void first(Sent sent, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldAnswer(response);
        var act = new FormAct(() -> answers.begin(sent.key(), sent.person(), sent.hash()));
        try {
            act.enter();
            try {
                chain.doFilter(sent.request(), held);
            } finally {
                act.leave();
            }
            if (!act.wasSentBefore() && held.tellsOfSuccess()) {
                store(act, sent, held);
            }
        } catch (ServletException | RuntimeException failed) {
            act.rollback(transactions);
            if (!act.wasSentBefore()) {
                fail(failed, sent, response);
                return;
            }
        }
        act.rollback(transactions);
        if (act.wasSentBefore()) {
            response.resetBuffer();
            sameMoment(sent, response);
        } else {
            held.release();
        }
    }

    private void fail(Exception failed, Sent sent, HttpServletResponse response) throws ServletException, IOException {
        kept.keep(sent.person(), sent.request());
        if (failed instanceof ConcurrencyFailureException) {
            refusals.refuse(sent.request(), response, ProblemType.CHANGED_MEANWHILE);
        } else if (failed instanceof ServletException servlet) {
            throw servlet;
        } else if (failed instanceof RuntimeException other) {
            throw other;
        }
    }

    private void store(FormAct act, Sent sent, HeldAnswer held) {
        if (act.isOpen()) {
            answers.answer(sent.key(), sent.person(), held.asStored(sent.hash(), ShownOnce.isIn(sent.request())));
        }
        drafts.discard(sent.person(), sent.request().getRequestURI());
        act.commit(transactions);
    }

    private void sameMoment(Sent sent, HttpServletResponse response) throws IOException {
        var winner = answers.find(sent.key(), sent.person());
        if (winner == null) {
            refusals.refuse(sent.request(), response, ProblemType.STILL_RUNNING);
        } else {
            again(winner, sent, response);
        }
    }

    private void again(StoredAnswers.Stored known, Sent sent, HttpServletResponse response) throws IOException {
        if (!known.hash().equals(sent.hash())) {
            kept.keep(sent.person(), sent.request());
            refusals.refuse(sent.request(), response, ProblemType.FORM_ALREADY_SENT);
        } else if (known.body() != null) {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getOutputStream().write(known.body().getBytes(StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(known.location() == null ? SentForm.page(sent.request()) : known.location());
        }
    }
}
