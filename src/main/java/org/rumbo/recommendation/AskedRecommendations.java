package org.rumbo.recommendation;

import org.rumbo.team.Actor;
import org.springframework.util.MultiValueMap;

/** Tells which recommendations an address asks for, for whoever shows them in another form than the list. */
public interface AskedRecommendations {
    /** As the list's page takes its address: what it does not understand is left out. */
    RecommendationFilter ofPage(MultiValueMap<String, String> parameters, Actor actor);

    /** As the API takes it: what it does not understand is refused (400). */
    RecommendationFilter ofApi(MultiValueMap<String, String> parameters);
}
