package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The proof of one leaf as a file of its own, as c2sp.org/tlog-proof writes it.
 *
 * @param extra the leaf's own bytes where the file must be enough without a bundle; proven by nothing but the path; empty where it need not
 * @param path the leaf's neighbour first
 * @param checkpoint the whole signed note
 */
public record TlogProof(byte[] extra, long index, List<Hash> path, String checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    public String text() {
        return HEAD
                + "\n"
                + (extra.length == 0 ? "" : EXTRA + Encoding.base64(extra) + "\n")
                + INDEX
                + index
                + "\n"
                + path.stream().map(hash -> hash + "\n").collect(Collectors.joining())
                + "\n"
                + checkpoint;
    }

    /** Reads exactly what {@link #text()} writes; nothing is proven by that yet. */
    public static TlogProof parse(String text) {
        var blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new Refused(Fault.NOT_A_PROOF, "");
        }
        var lines = List.of(text.substring(0, blank).split("\n", -1));
        var at = 1;
        var extra = new byte[0];
        if (lines.size() > at && lines.get(at).startsWith(EXTRA)) {
            extra = Encoding.fromBase64(lines.get(at++).substring(EXTRA.length()));
            if (extra.length == 0) {
                throw new Refused(Fault.NOT_A_PROOF, "");
            }
        }
        if (!lines.get(0).equals(HEAD) || lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new Refused(Fault.NOT_A_PROOF, "");
        }
        var index = Encoding.number(lines.get(at++).substring(INDEX.length()), Fault.NOT_A_PROOF);
        if (lines.size() - at > LONGEST_PATH) {
            throw new Refused(Fault.NOT_A_PROOF, "");
        }
        var path = new ArrayList<Hash>();
        for (var line : lines.subList(at, lines.size())) {
            path.add(Hash.parse(line));
        }
        return new TlogProof(extra, index, path, text.substring(blank + 2));
    }
}
