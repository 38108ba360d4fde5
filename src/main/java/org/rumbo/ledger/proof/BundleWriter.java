package org.rumbo.ledger.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Sha256;

/**
 * Writes a bundle; the same bundle has the same bytes. Each part is first measured and then written, so none has to be held
 * in memory.
 */
public final class BundleWriter {
    /** Writes a part's content, each time the same. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private record Part(String name, Content content, Measure measure) {}

    private BundleWriter() {}

    public static void write(Bundle bundle, OutputStream out) throws IOException {
        var zip = new StoredZip(out);
        for (var part : parts(bundle)) {
            zip.begin(part.name, part.measure.size, (int) part.measure.crc.getValue());
            var again = new Measure(out);
            part.content.writeTo(again);
            if (again.size != part.measure.size || again.crc.getValue() != part.measure.crc.getValue()) {
                throw new IOException("The bundle changed while it was written: " + part.name);
            }
        }
        zip.end();
    }

    private static List<Part> parts(Bundle bundle) throws IOException {
        var parts = new ArrayList<Part>();
        parts.add(part(BundleParts.README, BundleReadme.text()));
        parts.add(part(BundleParts.EVENTS, out -> writeEvents(bundle, out)));
        parts.add(part(BundleParts.PROOFS, out -> writeProofs(bundle, out)));
        parts.add(part(BundleParts.CHECKPOINT, bundle.checkpoint()));
        if (bundle.old() != null) {
            parts.add(part(BundleParts.PREVIOUS, bundle.old()));
        }
        parts.add(part(BundleParts.PAGE, VerifyPage.html()));
        parts.addAll(reports(bundle.reports()));
        var hashes = new LinkedHashMap<String, String>();
        parts.forEach(part -> hashes.put(part.name, part.measure.hex()));
        var manifest = BundleParts.manifest(hashes);
        parts.add(1, part(BundleParts.MANIFEST, out -> out.write(manifest)));
        if (!BundleParts.areInOrder(parts.stream().map(Part::name).toList())) {
            throw new IOException("These are no names of reports, or one is there twice");
        }
        return parts;
    }

    private static List<Part> reports(List<Bundle.Report> reports) throws IOException {
        var byName = new TreeMap<String, Part>();
        for (var report : reports) {
            var proof = report.name() + BundleParts.PROOF_SUFFIX;
            byName.put(report.name(), part(report.name(), out -> out.write(report.content())));
            byName.put(proof, part(proof, report.proof().text()));
        }
        return List.copyOf(byName.values());
    }

    private static Part part(String name, String text) throws IOException {
        return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Part part(String name, Content content) throws IOException {
        var measure = new Measure(OutputStream.nullOutputStream());
        content.writeTo(measure);
        measure.close();
        return new Part(name, content, measure);
    }

    private static void writeEvents(Bundle bundle, OutputStream out) throws IOException {
        for (var entry : bundle.entries()) {
            if (entry instanceof Bundle.Opened opened) {
                out.write(opened.payload());
                out.write('\n');
            }
        }
    }

    /** Between head and tail, which are canonical by themselves, one entry after the other. */
    private static void writeProofs(Bundle bundle, OutputStream out) throws IOException {
        var head = CanonicalJson.bytes(
                Map.of("checkpoint", bundle.checkpoint(), "consistency", texts(bundle.consistency())));
        out.write(head, 0, head.length - 1);
        out.write(",\"entries\":[".getBytes(StandardCharsets.US_ASCII));
        var first = true;
        for (var entry : bundle.entries()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(CanonicalJson.bytes(members(entry)));
        }
        out.write(']');
        var last = new TreeMap<String, @Nullable Object>();
        last.put("old", bundle.old());
        last.put("v", 1);
        var tail = CanonicalJson.bytes(last);
        tail[0] = ',';
        out.write(tail);
    }

    private static Map<String, @Nullable Object> members(Bundle.Entry entry) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("index", entry.index());
        members.put("path", texts(entry.path()));
        if (entry instanceof Bundle.Opened opened) {
            members.put("leaf", Encoding.base64(opened.payload()));
            members.put("open", opened.open().isEmpty() ? null : openings(opened.open()));
        } else if (entry instanceof Bundle.Withheld withheld) {
            members.put("hash", withheld.hash().toString());
            if (withheld.item() != null) {
                members.put("item", withheld.item());
                members.put("rev", withheld.rev());
            }
        }
        return members;
    }

    private static Map<String, Object> openings(Map<String, Bundle.Opening> open) {
        var openings = new TreeMap<String, Object>();
        open.forEach((field, opening) -> {
            if (opening instanceof Bundle.Text text) {
                openings.put(field, Map.of("salt", Encoding.base64(text.salt()), "value", text.value()));
            } else if (opening instanceof Bundle.Erased erased) {
                openings.put(field, Map.of("erased", erased.by()));
            }
        });
        return openings;
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }

    /** Counts and hashes what passes. */
    private static final class Measure extends OutputStream {
        private final OutputStream out;
        private final CRC32 crc = new CRC32();
        private final MessageDigest sha256 = Sha256.digest();
        private long size;
        private byte[] hash = new byte[0];

        Measure(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            crc.update(bytes, from, count);
            sha256.update(bytes, from, count);
            size += count;
        }

        @Override
        public void close() {
            hash = sha256.digest();
        }

        String hex() {
            return HexFormat.of().formatHex(hash);
        }
    }
}
