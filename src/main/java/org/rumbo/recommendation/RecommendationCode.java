package org.rumbo.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.regex.Pattern;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.CountryCode;

/**
 * The name of an item, for ever: {@code SPN-2019-PE-a} from a paper, {@code SPN-2026-EC-01} from a team, {@code
 * SPN-2019-PE-a.BO} for a further country, {@code SPN-2019-PE-d.1} for a part.
 */
public record RecommendationCode(@JsonValue String value) implements Comparable<RecommendationCode> {
    private static final Pattern FORM =
            Pattern.compile("[A-Z0-9]{2,10}-\\d{4}-[A-Z]{2}-[A-Za-z0-9]{1,8}(\\.[A-Z0-9]{1,3}){0,2}");

    @JsonCreator
    public RecommendationCode {
        if (!FORM.matcher(value).matches()) {
            // What cannot be a code names nothing: the same answer as for a code that nobody uses.
            throw new DomainException(ProblemType.NOT_FOUND, Map.of());
        }
    }

    static RecommendationCode ofProposal(String network, int year, CountryCode country, int number) {
        return new RecommendationCode("%s-%d-%s-%02d".formatted(network, year, country, number));
    }

    @Override
    public int compareTo(RecommendationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
