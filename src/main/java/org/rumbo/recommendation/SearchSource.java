package org.rumbo.recommendation;

import java.util.List;
import java.util.UUID;

/** Texts about recommendations that other modules keep, for the search; asked whenever one of them tells a fact. */
public interface SearchSource {
    List<SearchPart> about(UUID recommendation);
}
