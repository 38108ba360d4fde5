package org.rumbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Sha256;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a caller repeat a change that may or may not have arrived: the answer to an {@code Idempotency-Key} is stored in the
 * same transaction as the change and given again to every repetition. Only answers to changes that were made are stored.
 */
@Component
class IdempotentRequests extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final StoredAnswers answers;
    private final TransactionTemplate transaction;
    private final ActorArguments actors;
    private final ApiRefusals refusals;

    IdempotentRequests(
            StoredAnswers answers,
            PlatformTransactionManager transactions,
            ActorArguments actors,
            ApiRefusals refusals) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.actors = actors;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !request.getRequestURI().startsWith("/api/")
                || request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = actors.get();
        var key = request.getHeader(HEADER);
        if (actor == null && actors.hasEnded()) {
            refusals.refuse(request, response, ProblemType.ACCESS_ENDED);
            return;
        }
        if (actor == null || key.isBlank() || key.length() > LONGEST_KEY) {
            refusals.refuse(request, response, ProblemType.MALFORMED_REQUEST);
            return;
        }
        if (isFile(request)) {
            var hash = hashOfFile(request);
            if (hash == null) {
                refusals.refuse(request, response, ProblemType.MALFORMED_REQUEST);
            } else {
                once(key, actor.id(), hash, request, response, chain);
            }
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refusals.refuse(request, response, ProblemType.TOO_LARGE);
            return;
        }
        once(key, actor.id(), hash(request, body), new Replayed(request, body), response, chain);
    }

    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** The server puts what comes with a file on its disk, where everybody after us finds it too: no memory holds it. */
    private static @Nullable String hashOfFile(HttpServletRequest request) throws IOException {
        try {
            return SentForm.hash(request);
        } catch (IllegalStateException | ServletException unreadable) {
            return null;
        }
    }

    private void once(
            String key,
            UUID person,
            String hash,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var known = answers.find(key, person);
        if (known != null) {
            repeat(known, hash, request, response);
            return;
        }
        try {
            first(key, person, hash, request, response, chain);
        } catch (DuplicateKeyException sameMoment) {
            var winner = answers.find(key, person);
            if (winner == null) {
                refusals.refuse(request, response, ProblemType.STILL_RUNNING);
            } else {
                repeat(winner, hash, request, response);
            }
        } catch (DataAccessException stillLocked) {
            refusals.refuse(request, response, ProblemType.STILL_RUNNING);
        }
    }

    private void first(
            String key,
            UUID person,
            String hash,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        var failed = new AtomicReference<@Nullable Exception>();
        transaction.executeWithoutResult(status -> {
            answers.begin(key, person, hash);
            try {
                chain.doFilter(request, buffered);
            } catch (ServletException | IOException failure) {
                status.setRollbackOnly();
                failed.set(failure);
                return;
            }
            if (buffered.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                status.setRollbackOnly();
            } else {
                answers.answer(
                        key,
                        person,
                        new StoredAnswers.Stored(
                                hash,
                                buffered.getStatus(),
                                buffered.getHeader(HttpHeaders.LOCATION),
                                buffered.getHeader(HttpHeaders.ETAG),
                                new String(buffered.getContentAsByteArray(), StandardCharsets.UTF_8)));
            }
        });
        if (failed.get() instanceof ServletException failure) {
            throw failure;
        }
        if (failed.get() instanceof IOException failure) {
            throw failure;
        }
        buffered.copyBodyToResponse();
    }

    private void repeat(
            StoredAnswers.Stored stored, String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!stored.hash().equals(hash)) {
            refusals.refuse(request, response, ProblemType.IDEMPOTENCY_KEY_REUSED);
            return;
        }
        if (stored.status() == null) {
            refusals.refuse(request, response, ProblemType.STILL_RUNNING);
            return;
        }
        response.setStatus(stored.status());
        if (stored.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, stored.location());
        }
        if (stored.tag() != null) {
            response.setHeader(HttpHeaders.ETAG, stored.tag());
        }
        response.setHeader("Idempotency-Replayed", "true");
        if (stored.body() != null && !stored.body().isEmpty()) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(stored.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        var digest = Sha256.digest();
        digest.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }

    /** The request with its body to be read again. */
    private static final class Replayed extends HttpServletRequestWrapper {
        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is here already");
                }
            };
        }
    }
}
