package org.rumbo.team;

/** What a person is in the network. Members and coordinators are so for one or more country teams, the others at large. */
public enum Role {
    MEMBER(true, "TM"),
    COORDINATOR(true, "CC"),
    DIRECTOR(false, "ND"),
    EVALUATOR(false, "EV"),
    FUNDER(false, "FU"),
    AUDITOR(false, "AU"),
    ADMIN(false, "AD"),
    /** Whoever has not signed in. */
    ANONYMOUS(false, "AN");

    private final boolean ofCountry;
    private final String column;

    Role(boolean ofCountry, String column) {
        this.ofCountry = ofCountry;
        this.column = column;
    }

    /** Whether the role is held for a country team rather than for the network. */
    public boolean isOfCountry() {
        return ofCountry;
    }

    /** The two letters that head the role's column in the access matrix. */
    String column() {
        return column;
    }
}
