package org.rumbo.shared;

import java.util.Map;

/** Adds to a refusal what its reader needs to go on, from the module that knows the thing it is about. */
public interface RefusalContext {
    /** The property whose value says what is the matter, in the reader's language, in place of the general sentence. */
    String DETAIL = "detail";

    /**
     * @param pathVariables the variables of the refused request's address
     * @return further properties of the problem; empty where there is nothing to add
     */
    Map<String, ?> of(DomainException refused, Map<String, String> pathVariables);
}
