package org.rumbo.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log of eleven events by a fixed key, and the bundles that can be made of it; the same each time. */
public final class SampleLog {
    public static final String ORIGIN = "rumbo.example/1";
    public static final String REPORT = "report-2026-es.pdf";

    static final UUID ITEM = new UUID(0x1000, 1);
    static final UUID OTHER_ITEM = new UUID(0x1000, 2);
    private static final byte[] SALT = filled(7);

    final NoteSigner signer;
    final List<byte[]> payloads = new ArrayList<>();
    final TreeInMemory tree = new TreeInMemory();
    final byte[] report = "%PDF-1.7 what was reported".getBytes(StandardCharsets.UTF_8);

    public SampleLog() {
        this(1);
    }

    /**
     * @param seed of the key
     */
    public SampleLog(int seed) {
        var random = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) seed);
            }
        };
        this.signer = NoteSigner.generate(ORIGIN, random);
        add("log.heartbeat", null, null, Map.of(), Map.of());
        add("recommendation.propose", ITEM, 1, Map.of("titleEs", "Perú: «sí» 😂"), Map.of());
        add("progress.note", ITEM, 2, Map.of("text", "internal"), Map.of());
        add("claim.make", ITEM, 3, Map.of("reason", "gone", "text", "La ley está vigente."), Map.of());
        add("recommendation.review", OTHER_ITEM, 4, Map.of("reason", "closed"), Map.of());
        add("privacy.erased", null, null, Map.of(), Map.of("event", id(3).toString(), "field", "reason"));
        add(
                "report.issued",
                null,
                null,
                Map.of(),
                Map.of("files", Map.of("pdfEs", ReportCheck.sha256(Slice.all(report)))));
        for (var i = 7; i < 11; i++) {
            add("claim.decide", OTHER_ITEM, i, Map.of(), Map.of());
        }
    }

    private void add(
            String action,
            @Nullable UUID item,
            @Nullable Integer rev,
            Map<String, String> texts,
            Map<String, Object> detail) {
        var event = id(payloads.size());
        var opens = new TreeMap<String, Object>();
        texts.forEach((field, text) -> opens.put(field, Commitment.of(SALT, field, item == null ? event : item, text)));
        var payload = new TreeMap<String, @Nullable Object>(Map.of(
                "action",
                action,
                "at",
                "2026-11-2%dT10:15:30.123Z".formatted(payloads.size() % 10),
                "detail",
                detail,
                "event",
                event,
                "log",
                ORIGIN,
                "opens",
                opens,
                "v",
                1));
        payload.put("actor", null);
        payload.put("item", item);
        payload.put("rev", rev);
        add(CanonicalJson.bytes(payload));
    }

    void add(byte[] payload) {
        payloads.add(payload);
        tree.append(MerkleTree.leaf(payload));
    }

    static UUID id(int index) {
        return new UUID(0x2000, index);
    }

    private static byte[] filled(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    public String vkey() {
        return signer.verifier().vkey();
    }

    KnownKeys keys() {
        return KnownKeys.of(signer.verifier());
    }

    String note(long size) {
        return SignedNote.sign(new Checkpoint(ORIGIN, size, MerkleTree.root(size, tree)).text(), signer);
    }

    List<Hash> path(int index, long size) {
        return MerkleTree.inclusion(index, size, tree);
    }

    Bundle.Opened opened(int index, long size, Map<String, Bundle.Opening> open) {
        return new Bundle.Opened(index, path(index, size), payloads.get(index), open);
    }

    Bundle.Withheld withheld(int index, long size, @Nullable UUID item, @Nullable Integer rev) {
        return new Bundle.Withheld(index, path(index, size), MerkleTree.leaf(payloads.get(index)), item, rev);
    }

    static Bundle.Text text(String value) {
        return new Bundle.Text(SALT, value);
    }

    TlogProof reportProof(long size) {
        return new TlogProof(payloads.get(6), 6, path(6, size), note(size));
    }

    /** Every kind of entry: opened, with a text, with an erased one, with a closed one, withheld, withheld in a chain. */
    List<Bundle.Entry> entries(long size) {
        return List.of(
                opened(0, size, Map.of()),
                opened(1, size, Map.of("titleEs", text("Perú: «sí» 😂"))),
                withheld(2, size, ITEM, 2),
                opened(3, size, Map.of("reason", new Bundle.Erased(id(5)), "text", text("La ley está vigente."))),
                opened(4, size, Map.of()),
                opened(5, size, Map.of()),
                opened(6, size, Map.of()),
                withheld(8, size, null, null));
    }

    Bundle bundle(long size, @Nullable Long old, List<? extends Bundle.Entry> entries) {
        return new Bundle(
                note(size),
                old == null ? null : note(old),
                old == null ? List.of() : MerkleTree.consistency(old, size, tree),
                entries,
                List.of(new Bundle.Report(REPORT, report, reportProof(size))));
    }

    public byte[] bytes() {
        return write(bundle(10, 4L, entries(10)));
    }

    /** One of a later size that begins where {@link #bytes()} ended, or anywhere. */
    public byte[] bytes(long size, @Nullable Long old) {
        return write(bundle(size, old, entries(size)));
    }

    public byte[] report() {
        return report.clone();
    }

    public byte[] reportProof() {
        return reportProof(10).text().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] write(Bundle bundle) {
        var out = new ByteArrayOutputStream();
        try {
            BundleWriter.write(bundle, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
