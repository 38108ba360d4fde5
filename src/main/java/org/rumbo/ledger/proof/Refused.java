package org.rumbo.ledger.proof;

/** What was brought is not believed. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String where;

    /**
     * @param where the part, place or name that the fault was found at; never what a person wrote
     */
    public Refused(Fault fault, String where) {
        super(fault + " " + where);
        this.fault = fault;
        this.where = where;
    }

    public Fault fault() {
        return fault;
    }

    public String where() {
        return where;
    }
}
