package org.rumbo.recommendation;

/** The texts of a recommendation that exist in more than one language. */
public enum TextField {
    TITLE(300),
    SUMMARY(4000),
    READING(4000);

    private final int longest;

    TextField(int longest) {
        this.longest = longest;
    }

    public int longest() {
        return longest;
    }

    /** The text's name in one language, as the ledger calls it: {@code titleEs}. */
    String in(org.rumbo.shared.Language language) {
        return name().toLowerCase(java.util.Locale.ROOT)
                + language.name().charAt(0)
                + language.tag().charAt(1);
    }
}
