package org.rumbo.ledger.proof;

/** The page in every bundle; it says how the bundle is checked. */
final class VerifyPage {
    private VerifyPage() {}

    static String html() {
        var text = BundleReadme.text().replace("&", "&amp;").replace("<", "&lt;");
        return "<!doctype html><meta charset=\"utf-8\"><title>Rumbo</title><pre>" + text + "</pre>\n";
    }
}
