package org.rumbo.recommendation;

import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/**
 * The version of an item on which a request was made.
 *
 * @param tag the entity tag without quotes; null where the caller did not say
 * @param required whether a caller who does not say is refused
 */
public record Expected(@Nullable String tag, boolean required) {
    public static final Expected ANY = new Expected(null, false);

    /** What an {@code If-Match} header says (RFC 9110, section 13.1.1); absent is any version. */
    public static Expected ofHeader(@Nullable String header) {
        return new Expected(header == null ? null : header.strip().replaceAll("^\"|\"$", ""), false);
    }

    public static Expected ofVersion(@Nullable String tag) {
        return new Expected(tag, false);
    }

    /** The same, but a caller must say which version she changes (428). */
    public Expected asRequired() {
        return new Expected(tag, true);
    }

    boolean fits(Recommendation item) {
        if (tag == null && required) {
            throw new DomainException(ProblemType.VERSION_REQUIRED);
        }
        return tag == null || tag.equals("*") || tag.equals(tagOf(item.version()));
    }

    /** The tag of a version, for whoever reads the item in full. */
    static String tagOf(long version) {
        return "v" + version;
    }
}
