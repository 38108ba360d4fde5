package org.rumbo.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses that people type as links. */
public final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    /** Whether a browser opens it as a page; other addresses could run as a script when clicked. */
    public static boolean isPage(String text) {
        try {
            var address = new URI(text);
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
