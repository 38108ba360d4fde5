package org.rumbo.ledger;

/**
 * Why nothing is sealed. Work goes on meanwhile, and every event waits for its place.
 *
 * @param where the file, key or size that it was found at
 */
public record SealingProblem(Kind kind, String where) {
    public enum Kind {
        KEY_MISSING("there is no key to sign with: "),
        KEY_UNSAFE("others than its owner can read the key's file: "),
        KEY_UNREADABLE("the key's file cannot be read: "),
        KEY_WRONG("the key's file holds another key than this ledger is signed with: "),
        HEAD_UNREADABLE("the head file cannot be read: "),
        HEAD_UNWRITABLE("the head file cannot be written: "),
        HEAD_AHEAD("the ledger was larger before, as after an older backup was restored: "),
        HEAD_OTHER("the ledger was another one before: "),
        ORIGIN_OTHER("rumbo.ledger.origin is set to another name than its own, see \"ledger new-origin\": "),
        BROKEN("leaves, roots and signatures do not fit together: ");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** For logs and the doctor. */
    public String text() {
        return "the ledger is not sealed: " + kind.text + where;
    }
}
