package org.rumbo.ledger.proof;

/**
 * What a log is at one moment, as c2sp.org/tlog-checkpoint writes it, without extension lines.
 *
 * @param origin the log's name, which is also the name of its key
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        if (!KeyName.isValid(origin) || size < 0 || size > CanonicalJson.MOST) {
            throw new IllegalArgumentException("No checkpoint: " + origin + ", " + size);
        }
        if (size == 0 && !root.equals(MerkleTree.EMPTY)) {
            throw new IllegalArgumentException("An empty tree has one root");
        }
    }

    /** Three lines, each with its line feed: what is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /** Reads exactly what {@link #text()} writes. */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !KeyName.isValid(lines[0])) {
            throw new Refused(Fault.NOT_A_CHECKPOINT, "");
        }
        var size = Encoding.number(lines[1], Fault.NOT_A_CHECKPOINT);
        var root = Hash.parse(lines[2]);
        if (size == 0 && !root.equals(MerkleTree.EMPTY)) {
            throw new Refused(Fault.NOT_A_CHECKPOINT, lines[0]);
        }
        return new Checkpoint(lines[0], size, root);
    }
}
