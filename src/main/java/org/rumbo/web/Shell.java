package org.rumbo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param menu what is one's own, behind one's name
 * @param theme the colours that the reader chose; null where her device decides
 * @param shortcuts whether single keys do something
 * @param unread how many notices are new; null hides the bell
 * @param dataAsOf when the page was made, in the network's time
 */
record Shell(
        List<NavItem> navigation,
        List<NavItem> menu,
        @Nullable Person person,
        @Nullable StandsIn standsIn,
        List<LanguageLink> languages,
        boolean demonstration,
        boolean funderPreview,
        @Nullable String theme,
        boolean shortcuts,
        @Nullable Integer unread,
        @Nullable String query,
        @Nullable String dataAsOf,
        @Nullable String licence,
        @Nullable String contact,
        String version) {

    /** Recommendations are searched by whoever finds them in her navigation. */
    public boolean searches() {
        return navigation.stream().anyMatch(item -> item.href().equals("/recommendations"));
    }

    record NavItem(String href, String messageKey, String icon, boolean current) {}

    record Person(String displayName, String role) {}

    /** For whom the reader also acts, and the last day of it in words. */
    record StandsIn(String name, String until) {}

    record LanguageLink(String tag, String name, String href, boolean current) {}
}
