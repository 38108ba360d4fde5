package org.rumbo.ledger.proof;

import java.util.stream.Collectors;

/** What somebody reads who opens a bundle and knows nothing of it. */
final class BundleReadme {
    private BundleReadme() {}

    static String text() {
        return VerifyTexts.LANGUAGES.stream()
                .map(language -> new VerifyTexts(language).text("verify.readme"))
                .collect(Collectors.joining("\n\n----\n\n", "", "\n"));
    }
}
