package org.rumbo.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Good bundles and bad ones of every kind, about which all programs that check must say the same. */
public final class SampleBundles {
    private final SampleLog log = new SampleLog();
    private final Map<String, byte[]> bundles = new LinkedHashMap<>();

    private SampleBundles() {}

    public static Map<String, byte[]> all() throws IOException {
        var samples = new SampleBundles();
        samples.add();
        return samples.bundles;
    }

    private void add() throws IOException {
        bundles.put("valid", log.bytes());
        bundles.put("valid-from-nowhere", log.bytes(11, null));
        bundles.put("valid-same-size", log.bytes(10, 10L));
        bundles.put("valid-no-entries", SampleLog.write(log.bundle(10, 7L, List.of())));
        bundles.put("signed-by-another", new SampleLog(2).bytes());
        var longer = log.note(10).replace("\n10\n", "\n11\n");
        bundles.put("bad-signature", SampleLog.write(new Bundle(longer, null, List.of(), List.of(), List.of())));
        put("wrong-text", 1, log.opened(1, 10, Map.of("titleEs", SampleLog.text("Perú"))));
        put("wrong-path", 4, new Bundle.Opened(4, log.path(5, 10), log.payloads.get(4), Map.of()));
        put("wrong-place", 4, new Bundle.Opened(4, log.path(4, 10), log.payloads.get(7), Map.of()));
        put("wrong-hash", 7, new Bundle.Withheld(8, log.path(8, 10), log.tree.root(), null, null));
        put("erased-by-nobody", 3, log.opened(3, 10, Map.of("reason", new Bundle.Erased(SampleLog.id(9)))));
        put("chain-with-a-gap", 2, log.withheld(2, 10, null, null), 7, log.withheld(8, 10, SampleLog.ITEM, 5));
        change("other-event-lines", "events.jsonl", text -> text.replace("claim.make", "claim.fake"));
        change("other-checkpoint", "checkpoint", text -> log.note(9));
        change("broken-signature", text -> text.replace("\\n\\n— rumbo.example/1 ", "\\n\\n— rumbo.example/1 AAAA"));
        change("spoilt-base64", text -> text.replaceFirst("=\"", "\""));
        change("white-space", text -> text + " ");
        change("twice-the-same-key", text -> text.replace("\"index\":0,", "\"index\":0,\"index\":0,"));
        change("fraction", text -> text.replace("\"index\":1,", "\"index\":1.0,"));
        change("huge-number", text -> text.replace("\"index\":1,", "\"index\":99999999999999999999,"));
        change("largest-number", text -> text.replace("\"index\":8,", "\"index\":9007199254740991,"));
        change("negative-number", text -> text.replace("\"index\":0,", "\"index\":-1,"));
        change("too-deep", text -> text.replace("\"entries\":[", "\"entries\":[" + "[".repeat(20_000)));
        change("not-grown", text -> text.replaceFirst("(\"consistency\":\\[)\"[^\"]*\",", "$1"));
        change("another-member", text -> text.replace("\"v\":1}", "\"v\":1,\"w\":2}"));
        change("proof-of-another-report", SampleLog.REPORT + ".tlog-proof", text -> text.replace("index 6", "index 5"));
        change("another-report", SampleLog.REPORT, text -> text + "!");
        var flipped = log.bytes();
        flipped[flipped.length / 2] ^= 4;
        bundles.put("flipped-bit", flipped);
        var damaged = BundleTests.unzip(log.bytes());
        damaged.put(BundleParts.README, new byte[3]);
        bundles.put("damaged", BundleTests.stored(damaged));
        bundles.put("packed-again", deflated(BundleTests.unzip(log.bytes())));
        bundles.put("cut", java.util.Arrays.copyOf(flipped, 5_000));
        bundles.put("empty", new byte[0]);
        var escaping = BundleTests.unzip(log.bytes());
        escaping.put("../../etc/passwd", new byte[3]);
        bundles.put("escaping-name", BundleTests.stored(escaping));
    }

    private void put(String name, int place, Bundle.Entry entry) {
        put(name, place, entry, place, entry);
    }

    private void put(String name, int place, Bundle.Entry entry, int other, Bundle.Entry otherEntry) {
        var entries = new ArrayList<>(log.entries(10));
        entries.set(place, entry);
        entries.set(other, otherEntry);
        bundles.put(name, SampleLog.write(log.bundle(10, 4L, entries)));
    }

    private void change(String name, UnaryOperator<String> change) throws IOException {
        change(name, BundleParts.PROOFS, change);
    }

    private void change(String name, String part, UnaryOperator<String> change) throws IOException {
        var parts = BundleTests.unzip(log.bytes());
        var text = new String(parts.get(part), StandardCharsets.UTF_8);
        var changed = change.apply(text);
        if (changed.equals(text)) {
            throw new IllegalStateException(name + " changes nothing");
        }
        parts.put(part, changed.getBytes(StandardCharsets.UTF_8));
        bundles.put(name, mended(parts));
    }

    /** With a manifest that fits, so that something else must notice. */
    static byte[] mended(Map<String, byte[]> parts) throws IOException {
        var hashes = new LinkedHashMap<String, String>();
        parts.forEach((name, content) -> hashes.put(name, ReportCheck.sha256(Slice.all(content))));
        hashes.remove(BundleParts.MANIFEST);
        parts.put(BundleParts.MANIFEST, BundleParts.manifest(hashes));
        return BundleTests.stored(parts);
    }

    private static byte[] deflated(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    public static Map<String, byte[]> unzip(byte[] bundle) throws IOException {
        return BundleTests.unzip(bundle);
    }

    /** What the command line says: a name of a refusal, or nothing. */
    public static String verdict(byte[] bundle) {
        try {
            BundleCheck.check(bundle, new SampleLog().keys());
            return "";
        } catch (Refused refused) {
            return refused.fault().name();
        }
    }
}
