package org.rumbo.ledger.proof;

import java.util.HexFormat;
import org.rumbo.shared.Sha256;

/** Checks that a report is byte for byte one that a sealed event issued. */
final class ReportCheck {
    private ReportCheck() {}

    static Verified.Report check(String name, Slice content, TlogProof proof, Checkpoint checkpoint) {
        var leaf = MerkleTree.leaf(proof.extra());
        if (!MerkleTree.includes(leaf, proof.index(), proof.path(), checkpoint.size(), checkpoint.root())) {
            throw new Refused(Fault.NOT_INCLUDED, name);
        }
        var payload = Payload.of(proof.extra(), checkpoint.origin(), name);
        var sha256 = sha256(content);
        if (!payload.issues(sha256)) {
            throw new Refused(Fault.NOT_ISSUED, name);
        }
        return new Verified.Report(name, sha256, proof.index(), payload.event(), payload.at());
    }

    static String sha256(Slice content) {
        var sha256 = Sha256.digest();
        sha256.update(content.of(), content.from(), content.size());
        return HexFormat.of().formatHex(sha256.digest());
    }
}
