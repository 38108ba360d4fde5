package org.rumbo.browser;

import java.util.Locale;

/** How somebody looks at the pages. */
record Look(Locale language, int width, boolean scripts, boolean dark) {
    static final Locale SPANISH = Locale.forLanguageTag("es");
    static final Locale PORTUGUESE = Locale.forLanguageTag("pt");

    @Override
    public String toString() {
        return language + " " + width + (scripts ? "" : " without scripts") + (dark ? " dark" : "");
    }
}
