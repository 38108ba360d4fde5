package org.rumbo.recommendation.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.TypedDay;
import org.rumbo.shared.WebAddress;

/** A document as it is described in a form. */
record EvidenceForm(
        @Nullable EvidenceType type,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable TypedDay date,
        @Nullable String language,
        @Nullable String url,
        @Nullable Strength strength,
        @Nullable Visibility visibility) {
    static final EvidenceForm EMPTY = new EvidenceForm(null, null, null, null, null, null, null, Visibility.NETWORK);

    /**
     * @param withFile whether the document itself comes along, so that no link need say where it is
     */
    EvidenceCommand toCommand(boolean withFile) {
        var check = new FormCheck();
        var link = check.text("url", url, 2000);
        if (link != null && !WebAddress.isPage(link)) {
            check.refuse("url", "web-address");
        } else if (link == null && !withFile && type != EvidenceType.NOTE && type != EvidenceType.INTERVIEW) {
            check.refuse("url", "document-required");
        }
        var command = new EvidenceCommand(
                check.chosen("type", type, EvidenceType.NOTE),
                check.required("title", title, 500, "title-required"),
                check.text("issuer", issuer, 300),
                check.day("date", date),
                language(check),
                link,
                check.chosen("strength", strength, Strength.D),
                check.chosen("visibility", visibility, Visibility.NETWORK));
        check.done();
        return command;
    }

    private @Nullable String language(FormCheck check) {
        var tag = check.text("language", language, 35);
        if (tag != null && Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
            check.refuse("language", "language-tag");
        }
        return tag;
    }
}
