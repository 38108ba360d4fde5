package org.rumbo.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a bundle from its first byte to its last; what is not proven is refused. */
public final class BundleCheck {
    /** No honest one of so many parts is longer. */
    private static final int LARGEST_MANIFEST = 1 << 20;

    private final Map<String, Slice> parts;
    private final KnownKeys keys;

    private BundleCheck(Map<String, Slice> parts, KnownKeys keys) {
        this.parts = parts;
        this.keys = keys;
    }

    public static Verified check(byte[] file, KnownKeys keys) {
        var parts = StoredZip.read(file);
        if (!BundleParts.areInOrder(List.copyOf(parts.keySet()))) {
            throw new Refused(Fault.NOT_A_BUNDLE, "ZIP");
        }
        var check = new BundleCheck(parts, keys);
        check.compareHashes();
        return check.check();
    }

    /** Finds the part that was damaged on its way; the manifest proves nothing else. */
    private void compareHashes() {
        var hashes = new LinkedHashMap<String, String>();
        parts.forEach((name, part) -> {
            if (!name.equals(BundleParts.MANIFEST)) {
                hashes.put(name, ReportCheck.sha256(part));
            }
        });
        var manifest = part(BundleParts.MANIFEST);
        if (manifest.is(BundleParts.manifest(hashes))) {
            return;
        }
        if (manifest.size() > LARGEST_MANIFEST) {
            throw new Refused(Fault.DAMAGED, BundleParts.MANIFEST);
        }
        var stated = new String(manifest.bytes(), StandardCharsets.ISO_8859_1);
        var damaged = hashes.entrySet().stream()
                .filter(hash -> !stated.contains(hash.getValue()))
                .findFirst();
        throw new Refused(Fault.DAMAGED, damaged.map(Map.Entry::getKey).orElse(BundleParts.MANIFEST));
    }

    private Verified check() {
        var in = new CanonicalReader(part(BundleParts.PROOFS), BundleParts.PROOFS);
        in.take("{\"checkpoint\":");
        var note = text(in.value());
        in.take(",\"consistency\":");
        var consistency = Fields.hashes(in.value(), BundleParts.PROOFS + " consistency");
        requireSame(note, BundleParts.CHECKPOINT);
        var checkpoint = keys.open(note);
        in.take(",\"entries\":[");
        var entries = new EntriesCheck(checkpoint, part(BundleParts.EVENTS));
        for (var number = 0; !in.isNext("]"); number++) {
            if (number > 0) {
                in.take(",");
            }
            entries.add(new Fields(in.object(), BundleParts.PROOFS + " " + number));
        }
        in.take("],\"old\":");
        var old = in.value();
        in.take(",\"v\":1}");
        if (!in.isAtEnd()) {
            throw in.refused();
        }
        var before = old == null ? null : before(text(old), checkpoint, consistency);
        if (before == null && (!consistency.isEmpty() || parts.containsKey(BundleParts.PREVIOUS))) {
            throw new Refused(Fault.WRONG_SHAPE, BundleParts.PREVIOUS);
        }
        var events = entries.events();
        return new Verified(
                checkpoint,
                before,
                events,
                entries.chains().whole(),
                entries.chains().excerpts(),
                reports(note, checkpoint));
    }

    private Checkpoint before(String note, Checkpoint checkpoint, List<Hash> consistency) {
        requireSame(note, BundleParts.PREVIOUS);
        var before = keys.open(note);
        if (!before.origin().equals(checkpoint.origin())) {
            throw new Refused(Fault.OTHER_LOG, BundleParts.PREVIOUS);
        }
        if (!MerkleTree.grewOutOf(before.size(), before.root(), checkpoint.size(), checkpoint.root(), consistency)) {
            throw new Refused(Fault.NOT_GROWN, before.size() + " – " + checkpoint.size());
        }
        return before;
    }

    private List<Verified.Report> reports(String note, Checkpoint checkpoint) {
        var reports = new ArrayList<Verified.Report>();
        for (var name : parts.keySet()) {
            if (name.endsWith(BundleParts.PROOF_SUFFIX)) {
                var proof = TlogProof.parse(part(name).text(name));
                if (!proof.checkpoint().equals(note)) {
                    throw new Refused(Fault.WRONG_SHAPE, name);
                }
                var report = BundleParts.withoutSuffix(name);
                reports.add(ReportCheck.check(report, part(report), proof, checkpoint));
            }
        }
        return List.copyOf(reports);
    }

    private void requireSame(String note, String name) {
        var part = parts.get(name);
        if (part == null || !part.is(note.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(Fault.WRONG_SHAPE, name);
        }
    }

    private Slice part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new Refused(Fault.WRONG_SHAPE, BundleParts.PROOFS);
    }

    /** Checks a report by the proof that travels beside it. */
    public static Verified checkReport(String name, byte[] content, byte[] proofFile, KnownKeys keys) {
        var proof = TlogProof.parse(Encoding.text(proofFile, name + BundleParts.PROOF_SUFFIX));
        var checkpoint = keys.open(proof.checkpoint());
        var report = ReportCheck.check(name, Slice.all(content), proof, checkpoint);
        return new Verified(checkpoint, null, List.of(), 0, List.of(), List.of(report));
    }
}
