package org.rumbo.recommendation;

/** What kind of document a piece of evidence is. */
public enum EvidenceType {
    LAW,
    DECREE,
    BUDGET,
    TREATY,
    POLICY_DOCUMENT,
    OFFICIAL_STATEMENT,
    PARLIAMENTARY_RECORD,
    COURT_DECISION,
    INDEPENDENT_REPORT,
    PRESS,
    INTERVIEW,
    NOTE
}
