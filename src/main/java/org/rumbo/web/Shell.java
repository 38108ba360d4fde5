package org.rumbo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param unread how many notices are new; null hides the bell
 * @param dataAsOf when the page was made, in the network's time
 */
record Shell(
        List<NavItem> navigation,
        @Nullable Person person,
        List<LanguageLink> languages,
        boolean demonstration,
        boolean funderPreview,
        @Nullable Integer unread,
        @Nullable String query,
        @Nullable String dataAsOf,
        @Nullable String licence,
        @Nullable String contact,
        String version) {

    record NavItem(String href, String messageKey, String icon, boolean current) {}

    record Person(String displayName, String role) {}

    record LanguageLink(String tag, String name, String href, boolean current) {}
}
