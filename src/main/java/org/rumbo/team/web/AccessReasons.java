package org.rumbo.team.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.RefusalContext;
import org.rumbo.team.AccessExplanation;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CurrentActor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells whoever is refused what the step needs, what she is, and whom she can ask. */
@Component
class AccessReasons implements RefusalContext {
    private static final Set<ProblemType> OWN =
            Set.of(ProblemType.OWN_CLAIM, ProblemType.OWN_EVIDENCE, ProblemType.OWN_RATING, ProblemType.OWN_ACCESS);

    private final AccessExplanation explanation;
    private final CurrentActor current;
    private final People people;

    AccessReasons(AccessExplanation explanation, CurrentActor current, People people) {
        this.explanation = explanation;
        this.current = current;
        this.people = people;
    }

    @Override
    public Map<String, ?> of(DomainException refused, Map<String, String> pathVariables) {
        var actor = current.get();
        var isOwn = OWN.contains(refused.type());
        var locale = LocaleContextHolder.getLocale();
        if (actor != null && refused.type() == ProblemType.WRONG_STATE) {
            return inAnotherState(refused, actor, locale);
        }
        if (actor == null || !(isOwn || refused.type() == ProblemType.NOT_PERMITTED)) {
            return Map.of();
        }
        var sentences = new ArrayList<String>();
        if (!isOwn) {
            sentences.addAll(needed(refused, actor, locale));
            sentences.add(explanation.whatSheIs(actor, locale));
        }
        explanation.underTwoNames(actor, locale).ifPresent(sentences::add);
        return sentences.isEmpty() ? Map.of() : Map.of("explanation", sentences, "roles", roles(actor));
    }

    private Map<String, ?> inAnotherState(DomainException refused, Actor actor, Locale locale) {
        var permission = Permission.of(String.valueOf(refused.facts().get("permission")));
        var country = country(refused);
        return permission.isEmpty() || country == null
                ? Map.of()
                : Map.of(
                        "explanation",
                        List.of(explanation.inStates(
                                actor, permission.get(), new AccessTarget(country, null, true, true), locale)));
    }

    private List<String> needed(DomainException refused, Actor actor, Locale locale) {
        var sentences = new ArrayList<String>();
        var permission = Permission.of(String.valueOf(refused.facts().get("permission")));
        if (permission.isPresent()) {
            var country = country(refused);
            sentences.add(explanation.needs(permission.get(), country, true, locale));
            explanation
                    .whomToAsk(permission.get(), country, true, actor, locale)
                    .ifPresent(sentences::add);
        }
        return sentences;
    }

    private static @Nullable CountryCode country(DomainException refused) {
        return refused.facts().get("country") instanceof String iso2 ? new CountryCode(iso2) : null;
    }

    private List<Map<String, String>> roles(Actor actor) {
        return people.grantsOf(actor.id()).stream()
                .map(grant -> {
                    var role = new LinkedHashMap<String, String>();
                    role.put("role", grant.role().name());
                    if (grant.country() != null) {
                        role.put(
                                "country",
                                Objects.requireNonNull(grant.country()).iso2());
                    }
                    role.put("source", grant.source());
                    return (Map<String, String>) role;
                })
                .toList();
    }
}
