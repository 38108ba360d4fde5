package org.rumbo.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.rumbo.shared.DomainException;

/** An ISO 3166-1 alpha-2 code; {@code XA} to {@code XF} are the fictional countries of the demonstration network. */
public record CountryCode(@JsonValue String iso2) implements Comparable<CountryCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public CountryCode {
        if (!FORM.matcher(iso2).matches()) {
            throw DomainException.malformed("country");
        }
    }

    @JsonCreator
    public static CountryCode of(String iso2) {
        return new CountryCode(iso2);
    }

    @Override
    public int compareTo(CountryCode other) {
        return iso2.compareTo(other.iso2);
    }

    @Override
    public String toString() {
        return iso2;
    }
}
