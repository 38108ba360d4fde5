package org.rumbo.progress.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.progress.ContextCommand;
import org.rumbo.progress.ContextKind;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.shared.TypedDay;
import org.rumbo.shared.WebAddress;

/** An event of a country as it was typed; over REST its day is one text. */
record ContextForm(
        @Nullable ContextKind kind,
        @Nullable TypedDay on,
        @Nullable String title,
        @Nullable Language language,
        @Nullable String url,
        @Nullable String text) {
    private static final int TITLE = 300;
    private static final int ADDRESS = 2000;
    private static final int LONGEST = 4000;

    static final ContextForm EMPTY = new ContextForm(null, null, null, null, null, null);

    ContextCommand toCommand() {
        var input = new InputText();
        var day = TeamActionForm.day(input, "on", on);
        var called = input.required("title", title, TITLE, "title-required");
        var link = input.optional("url", url, ADDRESS);
        if (link == null) {
            input.violated("url", "source-required");
        } else if (!WebAddress.isPage(link)) {
            input.violated("url", "web-address");
        }
        var words = input.optional("text", text == null ? null : text.replace("\r\n", "\n"), LONGEST);
        if (kind == null) {
            input.violated("kind", "context-kind-required");
        }
        input.check();
        return new ContextCommand(kind == null ? ContextKind.OTHER : kind, day, called, language, link, words);
    }
}
