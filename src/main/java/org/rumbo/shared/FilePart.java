package org.rumbo.shared;

import java.util.Set;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The one file that comes with a request. */
public final class FilePart {
    public static final String NAME = "file";

    private FilePart() {}

    /**
     * What is not asked for is not dropped silently.
     *
     * @throws DomainException malformed (400) where other files come along, or several under its name
     */
    public static void requireOnlyOne(MultipartHttpServletRequest request) {
        var parts = request.getMultiFileMap();
        if (!Set.of(NAME).containsAll(parts.keySet()) || parts.values().stream().anyMatch(same -> same.size() > 1)) {
            throw DomainException.malformed(NAME);
        }
    }
}
