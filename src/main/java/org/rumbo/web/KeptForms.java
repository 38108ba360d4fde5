package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps, as a draft of whom the form was drawn for, what could not be taken for a reason that is not in the words. */
@Component
class KeptForms {
    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);
    private static final String KEPT = KeptForms.class.getName();

    private final FormDrafts drafts;
    private final FormOwner owner;
    private final ReturnAddress returnAddress;

    KeptForms(FormDrafts drafts, FormOwner owner, ReturnAddress returnAddress) {
        this.drafts = drafts;
        this.owner = owner;
        this.returnAddress = returnAddress;
    }

    /** Nobody may be signed in any more: whoever signs in as the same person finds her words in the form. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        owner.of(request.getParameter(FormOwner.FIELD)).ifPresent(person -> {
            keep(person, request);
            if (request.getAttribute(KEPT) instanceof String page) {
                returnAddress.remember(page, response);
            }
        });
    }

    void keep(UUID person, HttpServletRequest request) {
        try {
            request.setAttribute(KEPT, drafts.save(person, request).page());
        } catch (DomainException | DataAccessException notPossible) {
            // The page about the refusal shows the words all the same.
            LOG.warn("A form could not be kept: {}", notPossible.getMessage());
        }
    }

    /** On which page what this request brought waits to be sent; null where it was not kept. */
    static @Nullable String page(HttpServletRequest request) {
        return request.getAttribute(KEPT) instanceof String page ? page : null;
    }
}
