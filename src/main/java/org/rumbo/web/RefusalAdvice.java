package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.RefusalContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Answers every refusal in one form: problem details for the API, a page with the same words for people. */
@ControllerAdvice
class RefusalAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Problems problems;
    private final ProblemAnswers answers;
    private final List<RefusalContext> contexts;

    RefusalAdvice(Problems problems, ProblemAnswers answers, List<RefusalContext> contexts) {
        this.problems = problems;
        this.answers = answers;
        this.contexts = contexts;
    }

    @ExceptionHandler
    Object refused(DomainException refused, HttpServletRequest request, Locale locale) {
        var problem = problems.describe(refused, locale);
        var variables = pathVariables(request);
        contexts.forEach(context -> context.of(refused, variables).forEach((name, value) -> {
            if (name.equals(RefusalContext.DETAIL)) {
                problem.setDetail(String.valueOf(value));
            } else {
                problem.setProperty(name, value);
            }
        }));
        return answers.of(problem, refused.type(), request);
    }

    private static Map<String, String> pathVariables(HttpServletRequest request) {
        var variables = new HashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> given) {
            given.forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        }
        return variables;
    }

    /** Two who changed the same at once: the second is told, 412 where it named the version that it had seen. */
    @ExceptionHandler
    Object overtaken(ConcurrencyFailureException overtaken, HttpServletRequest request, Locale locale) {
        var type = request.getHeader(HttpHeaders.IF_MATCH) == null
                ? ProblemType.CHANGED_MEANWHILE
                : ProblemType.VERSION_MISMATCH;
        return answer(
                overtaken instanceof PessimisticLockingFailureException ? ProblemType.UNAVAILABLE : type,
                request,
                locale);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
    Object overloaded(RuntimeException overloaded, HttpServletRequest request, Locale locale) {
        LOG.warn("The database does not answer in time: {}", overloaded.getMessage());
        return answer(
                overloaded instanceof ConcurrencyFailureException && !(overloaded instanceof QueryTimeoutException)
                        ? ProblemType.CHANGED_MEANWHILE
                        : ProblemType.UNAVAILABLE,
                request,
                locale);
    }

    @ExceptionHandler({
        HttpMessageConversionException.class,
        MethodArgumentTypeMismatchException.class,
        BindException.class,
        JacksonException.class
    })
    Object unreadable(Exception unreadable, HttpServletRequest request, Locale locale) {
        var refused = cause(unreadable, DomainException.class);
        if (refused != null) {
            return refused(refused, request, locale);
        }
        var json = cause(unreadable, JacksonException.class);
        if (json != null && !json.getPath().isEmpty()) {
            return refused(DomainException.malformed(field(json)), request, locale);
        }
        return unreadable instanceof MethodArgumentTypeMismatchException mismatch
                ? refused(DomainException.malformed(mismatch.getName()), request, locale)
                : answer(ProblemType.MALFORMED_REQUEST, request, locale);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The name of the field that could not be read, as the API writes it: {@code delivered.on}. */
    private static String field(JacksonException json) {
        return json.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    /** A file that does not arrive: too large or too slow, not sent as files are, or nothing left to put it on. */
    @ExceptionHandler
    Object unreadableFile(MultipartException unreadable, HttpServletRequest request, Locale locale) {
        var refused = cause(unreadable, DomainException.class);
        if (refused != null) {
            return refused(refused, request, locale);
        }
        return answer(
                isWithoutRoom(unreadable) ? ProblemType.FILE_NOT_STORED : ProblemType.MALFORMED_REQUEST,
                request,
                locale);
    }

    /** Java has no exception of its own for a full disk. */
    private static boolean isWithoutRoom(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    @ExceptionHandler
    Object unmapped(NoResourceFoundException unmapped, HttpServletRequest request, Locale locale) {
        return answer(ProblemType.NOT_FOUND, request, locale);
    }

    @ExceptionHandler
    Object wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request, Locale locale) {
        return answer(ProblemType.METHOD_NOT_ALLOWED, request, locale);
    }

    @ExceptionHandler
    Object wrongMedia(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request, Locale locale) {
        return answer(ProblemType.UNSUPPORTED_MEDIA_TYPE, request, locale);
    }

    @ExceptionHandler
    Object notAcceptable(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request, Locale locale) {
        return answer(ProblemType.NOT_ACCEPTABLE, request, locale);
    }

    /** Spring's own refusals of requests that cannot be read, such as a missing parameter. */
    @ExceptionHandler
    Object badRequest(
            org.springframework.web.bind.ServletRequestBindingException bad,
            HttpServletRequest request,
            Locale locale) {
        return answer(ProblemType.MALFORMED_REQUEST, request, locale);
    }

    private Object answer(ProblemType type, HttpServletRequest request, Locale locale) {
        return answers.of(problems.describe(type, locale), type, request);
    }
}
