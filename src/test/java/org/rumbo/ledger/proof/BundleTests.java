package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rumbo.ledger.proof.Verified.Outcome;
import tools.jackson.databind.json.JsonMapper;

class BundleTests {
    private final SampleLog log = new SampleLog();

    @Test
    void provesEachKindOfEntry() {
        var verified = BundleCheck.check(log.bytes(), log.keys());
        assertThat(verified.checkpoint().size()).isEqualTo(10);
        assertThat(verified.checkpoint().origin()).isEqualTo(SampleLog.ORIGIN);
        assertThat(verified.old()).isNotNull().extracting(Checkpoint::size).isEqualTo(4L);
        assertThat(verified.events()).extracting(Verified.Event::index).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 8L);
        assertThat(verified.events())
                .extracting(Verified.Event::outcome)
                .containsExactly(
                        Outcome.VALID,
                        Outcome.VALID,
                        Outcome.WITHHELD,
                        Outcome.ERASED,
                        Outcome.VALID,
                        Outcome.VALID,
                        Outcome.VALID,
                        Outcome.WITHHELD);
        assertThat(verified.events().get(3).erasedAt()).isEqualTo("2026-11-25T10:15:30.123Z");
        assertThat(verified.events()).extracting(Verified.Event::closed).containsExactly(0, 0, 0, 0, 1, 0, 0, 0);
        assertThat(verified.wholeChains()).isEqualTo(1);
        assertThat(verified.excerpts()).containsExactly(SampleLog.OTHER_ITEM);
        assertThat(verified.reports())
                .singleElement()
                .satisfies(report -> assertThat(report.name()).isEqualTo(SampleLog.REPORT))
                .satisfies(report -> assertThat(report.event()).isEqualTo(SampleLog.id(6)));
    }

    @Test
    void equalInputHasEqualBytes() {
        assertThat(log.bytes()).isEqualTo(new SampleLog().bytes());
        assertThat(log.bytes(11, 10L)).isNotEqualTo(log.bytes(11, 4L));
    }

    /** What any ZIP program sees: the parts in their order, stored, without a time of their own. */
    @Test
    void isAPlainZip() throws IOException {
        var parts = unzip(log.bytes());
        assertThat(parts.keySet())
                .containsExactly(
                        "README.txt",
                        "manifest.json",
                        "events.jsonl",
                        "proofs.json",
                        "checkpoint",
                        "previous-checkpoint",
                        "verify.html",
                        "report-2026-es.pdf",
                        "report-2026-es.pdf.tlog-proof");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(log.bytes()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                assertThat(entry.getExtra()).isNull();
            }
        }
        assertThat(parts.get("checkpoint")).asString().isEqualTo(log.note(10));
        assertThat(parts.get("previous-checkpoint")).asString().isEqualTo(log.note(4));
        assertThat(parts.get("report-2026-es.pdf")).isEqualTo(log.report);
        assertThat(text(parts, "events.jsonl").lines()).hasSize(6);
        assertThat(text(parts, "events.jsonl")).endsWith("}\n").doesNotContain("internal", "vigente");
        assertThat(text(parts, "README.txt")).contains("java -jar rumbo.jar verify", "archivo", "arquivo");
        assertThat(BundleCheck.check(log.bytes(10, null), log.keys()).old()).isNull();
        assertThat(unzip(log.bytes(10, null))).doesNotContainKey("previous-checkpoint");
    }

    /** Read by a JSON library that knows nothing of us. */
    @Test
    void manifestAndProofsAreAsTheyAreDescribed() throws Exception {
        var parts = unzip(log.bytes());
        var manifest = JsonMapper.shared().readTree(parts.get("manifest.json"));
        assertThat(manifest.path("v").asInt()).isEqualTo(1);
        assertThat(manifest.path("files").valueStream().map(file -> file.path("name")
                        .asString()))
                .containsExactlyElementsOf(parts.keySet().stream()
                        .filter(name -> !name.equals("manifest.json"))
                        .toList());
        for (var file : manifest.path("files")) {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(parts.get(file.path("name").asString()));
            assertThat(file.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(hash));
        }
        var proofs = JsonMapper.shared().readTree(parts.get("proofs.json"));
        assertThat(proofs.propertyNames()).containsExactly("checkpoint", "consistency", "entries", "old", "v");
        assertThat(proofs.path("entries").get(1).propertyNames()).containsExactly("index", "leaf", "open", "path");
        assertThat(proofs.path("entries").get(1).path("open").path("titleEs").propertyNames())
                .containsExactly("salt", "value");
        assertThat(proofs.path("entries").get(0).path("open").isNull()).isTrue();
        assertThat(proofs.path("entries").get(2).propertyNames())
                .containsExactly("hash", "index", "item", "path", "rev");
        assertThat(proofs.path("entries")
                        .get(3)
                        .path("open")
                        .path("reason")
                        .path("erased")
                        .asString())
                .isEqualTo(SampleLog.id(5).toString());
        assertThat(proofs.path("entries").get(7).propertyNames()).containsExactly("hash", "index", "path");
    }

    @Test
    void otherKeysDoNotOpenIt() {
        refuses(Fault.UNKNOWN_KEY, () -> BundleCheck.check(log.bytes(), new SampleLog(2).keys()));
        refuses(Fault.UNKNOWN_KEY, () -> BundleCheck.check(log.bytes(), KnownKeys.parse(log.vkey() + " 0-9")));
        assertThat(BundleCheck.check(log.bytes(), KnownKeys.parse("# of the network\n\n" + log.vkey() + " 4-\n")))
                .isNotNull();
        refuses(Fault.UNKNOWN_KEY, () -> BundleCheck.check(log.bytes(), KnownKeys.parse(log.vkey() + " 5-10")));
        for (var text :
                List.of("", "# none", log.vkey() + " x", log.vkey() + " 0-9 1", log.vkey() + " 00-1", "a b c")) {
            refuses(Fault.NOT_A_KEY, () -> KnownKeys.parse(text));
        }
    }

    /** Somebody known signed, but for a log that is not hers. */
    @Test
    void aLogIsSignedByItsOwnName() {
        var other = NoteSigner.generate("other.example/1", new java.security.SecureRandom());
        var checkpoint = new Checkpoint(SampleLog.ORIGIN, 10, MerkleTree.root(10, log.tree)).text();
        var note = SignedNote.sign(checkpoint, other);
        refuses(Fault.UNKNOWN_KEY, () -> KnownKeys.of(other.verifier()).open(note));
        var both = SignedNote.sign(checkpoint, other, log.signer);
        assertThat(KnownKeys.of(other.verifier(), log.signer.verifier())
                        .open(both)
                        .size())
                .isEqualTo(10);
    }

    @Test
    void anotherEventAtTheSamePlaceIsNotProven() {
        var entries = new ArrayList<>(log.entries(10));
        entries.set(4, new Bundle.Opened(4, log.path(4, 10), log.payloads.get(7), Map.of()));
        refusesBundle(Fault.NOT_INCLUDED, entries);
        entries.set(4, new Bundle.Opened(4, log.path(5, 10), log.payloads.get(4), Map.of()));
        refusesBundle(Fault.NOT_INCLUDED, entries);
        entries.set(4, new Bundle.Opened(4, log.path(4, 11), log.payloads.get(4), Map.of()));
        refusesBundle(Fault.NOT_INCLUDED, entries);
        entries.set(4, new Bundle.Withheld(4, log.path(4, 10), MerkleTree.EMPTY, null, null));
        refusesBundle(Fault.NOT_INCLUDED, entries);
    }

    @Test
    void entriesStandInOrderAndOnce() {
        var entries = new ArrayList<>(log.entries(10));
        entries.add(4, entries.get(4));
        refusesBundle(Fault.WRONG_SHAPE, entries);
        entries.remove(4);
        entries.add(entries.remove(0));
        refusesBundle(Fault.WRONG_SHAPE, entries);
    }

    @Test
    void aTextThatWasNotSealedIsRefused() {
        for (var open : List.of(
                Map.<String, Bundle.Opening>of("titleEs", SampleLog.text("Perú: «no» 😂")),
                Map.<String, Bundle.Opening>of("titleEs", new Bundle.Text(new byte[32], "Perú: «sí» 😂")))) {
            refusesBundle(Fault.OTHER_TEXT, with(1, log.opened(1, 10, open)));
        }
        refusesBundle(Fault.WRONG_SHAPE, with(1, log.opened(1, 10, Map.of("summaryEs", SampleLog.text("x")))));
        var saltless = new Bundle.Text(new byte[31], "x");
        refusesBundle(Fault.WRONG_SHAPE, with(1, log.opened(1, 10, Map.of("titleEs", saltless))));
    }

    /** Otherwise whoever dislikes a text calls it erased. */
    @Test
    void anErasureIsBackedByALaterEventThatNamesIt() {
        for (var by : List.of(SampleLog.id(6), SampleLog.id(99), SampleLog.id(1))) {
            refusesBundle(Fault.NOT_ERASED, with(3, log.opened(3, 10, Map.of("reason", new Bundle.Erased(by)))));
        }
        refusesBundle(Fault.NOT_ERASED, with(3, log.opened(3, 10, Map.of("text", new Bundle.Erased(SampleLog.id(5))))));
        refusesBundle(
                Fault.NOT_ERASED, with(1, log.opened(1, 10, Map.of("titleEs", new Bundle.Erased(SampleLog.id(5))))));
        refusesBundle(Fault.NOT_ERASED, with(5, log.withheld(5, 10, null, null)));
    }

    /** Nobody erases what is not written yet. */
    @Test
    void anErasureThatCameBeforeTheTextIsNone() {
        var later = new SampleLog();
        var payload = new String(later.payloads.get(5), StandardCharsets.UTF_8);
        var id = SampleLog.id(12).toString();
        later.add(payload.replace(SampleLog.id(3).toString(), id)
                .replace(SampleLog.id(5).toString(), SampleLog.id(11).toString())
                .getBytes(StandardCharsets.UTF_8));
        var claim = new String(later.payloads.get(3), StandardCharsets.UTF_8);
        later.add(claim.replace(SampleLog.id(3).toString(), id).getBytes(StandardCharsets.UTF_8));
        var entries = List.of(
                later.opened(11, 13, Map.of()),
                later.opened(12, 13, Map.of("reason", new Bundle.Erased(SampleLog.id(11)))));
        refuses(
                Fault.NOT_ERASED,
                () -> BundleCheck.check(
                        SampleLog.write(new Bundle(later.note(13), null, List.of(), entries, List.of())),
                        later.keys()));
    }

    @Test
    void aPromisedChainHasNoGap() {
        var entries = new ArrayList<>(log.entries(10));
        entries.remove(1);
        refusesBundle(Fault.BROKEN_CHAIN, entries);
        refusesBundle(Fault.BROKEN_CHAIN, with(2, log.withheld(2, 10, SampleLog.ITEM, 1)));
        refusesBundle(Fault.BROKEN_CHAIN, with(2, log.withheld(2, 10, SampleLog.ITEM, 3)));
        refusesBundle(Fault.BROKEN_CHAIN, with(7, log.withheld(8, 10, SampleLog.OTHER_ITEM, 5)));
        entries.remove(1);
        assertThat(check(log.bundle(10, 4L, entries)).excerpts()).containsExactly(SampleLog.ITEM, SampleLog.OTHER_ITEM);
    }

    @Test
    void anEventOfAnotherLogOrFormIsRefused() {
        var payload = new String(log.payloads.get(4), StandardCharsets.UTF_8);
        for (var change : List.<UnaryOperator<String>>of(
                text -> text.replace(SampleLog.ORIGIN, "rumbo.example/2"),
                text -> text.replace("\"v\":1", "\"v\":2"))) {
            refuses(Fault.OTHER_LOG, () -> checkWithLast(change.apply(payload)));
        }
        refuses(Fault.TWICE, () -> checkWithLast(payload.replace("\"rev\":4", "\"rev\":99")));
        var again = payload.replace(SampleLog.id(4).toString(), SampleLog.id(11).toString());
        refuses(Fault.BROKEN_CHAIN, () -> checkWithLast(again));
        refuses(Fault.NOT_CANONICAL, () -> checkWithLast(payload.replace("{\"action\"", "{ \"action\"")));
        refuses(Fault.WRONG_SHAPE, () -> checkWithLast(payload.replace("\"rev\":4", "\"rev\":null")));
        refuses(Fault.TOO_LARGE, () -> checkWithLast(payload.replace("10:15", "1".repeat(70_000))));
    }

    private void checkWithLast(String payload) {
        var longer = new SampleLog();
        longer.add(payload.getBytes(StandardCharsets.UTF_8));
        var entries = new ArrayList<>(longer.entries(12));
        entries.add(longer.opened(11, 12, Map.of()));
        BundleCheck.check(SampleLog.write(longer.bundle(12, null, entries)), longer.keys());
    }

    @Test
    void theLogGrewOutOfWhatWasHandedOverBefore() {
        var bundle = log.bundle(10, 4L, log.entries(10));
        var other = new SampleLog();
        other.payloads.clear();
        var forged = SignedNote.sign(new Checkpoint(SampleLog.ORIGIN, 4, MerkleTree.EMPTY).text(), log.signer);
        refuses(
                Fault.NOT_GROWN,
                () -> check(new Bundle(
                        bundle.checkpoint(), forged, bundle.consistency(), bundle.entries(), bundle.reports())));
        refuses(
                Fault.NOT_GROWN,
                () -> check(new Bundle(bundle.checkpoint(), log.note(4), List.of(), bundle.entries(), List.of())));
        refuses(
                Fault.WRONG_SHAPE,
                () -> check(new Bundle(
                        bundle.checkpoint(), null, bundle.consistency(), bundle.entries(), bundle.reports())));
    }

    @Test
    void aReportIsTheFileThatWasIssued() {
        var name = SampleLog.REPORT;
        refuses(
                Fault.NOT_ISSUED,
                () -> checkReport(name, "other".getBytes(StandardCharsets.UTF_8), log.reportProof(10)));
        var unsealed = new TlogProof(log.payloads.get(6), 5, log.path(5, 10), log.note(10));
        refuses(Fault.NOT_INCLUDED, () -> checkReport(name, log.report, unsealed));
        var noReport = new TlogProof(log.payloads.get(5), 5, log.path(5, 10), log.note(10));
        refuses(Fault.NOT_ISSUED, () -> checkReport(name, log.report, noReport));
        refuses(Fault.WRONG_SHAPE, () -> checkReport(name, log.report, log.reportProof(11)));
        var alone = BundleCheck.checkReport(name, log.report, log.reportProof(), log.keys());
        assertThat(alone.reports()).hasSize(1);
        refuses(
                Fault.UNKNOWN_KEY,
                () -> BundleCheck.checkReport(name, log.report, log.reportProof(), new SampleLog(2).keys()));
    }

    private void checkReport(String name, byte[] content, TlogProof proof) {
        var reports = List.of(new Bundle.Report(name, content, proof));
        check(new Bundle(log.note(10), null, List.of(), log.entries(10), reports));
    }

    @Test
    void reportsHavePlainNames() {
        for (var name :
                List.of("", "../a", "a/b", "/etc/passwd", "a\\b", ".a", "a b", "ñ", "checkpoint", "x.tlog-proof")) {
            var reports = List.of(new Bundle.Report(name, log.report, log.reportProof(10)));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> BundleWriter.write(
                            new Bundle(log.note(10), null, List.of(), log.entries(10), reports),
                            new ByteArrayOutputStream()));
        }
    }

    @Test
    void aBundleWithoutEntriesSaysHowLongTheLogIs() {
        var verified = check(new Bundle(log.note(10), null, List.of(), List.of(), List.of()));
        assertThat(verified.events()).isEmpty();
        assertThat(verified.checkpoint().size()).isEqualTo(10);
    }

    /** The same parts in another wrapping, by the JDK's own program. */
    @Test
    void anyOtherZipOfTheSamePartsIsRefused() throws IOException {
        var parts = unzip(log.bytes());
        refusesFile(Fault.NOT_A_BUNDLE, zip(parts, ZipEntry.DEFLATED, ""));
        refusesFile(Fault.NOT_A_BUNDLE, zip(parts, ZipEntry.STORED, "a comment"));
        refusesFile(Fault.NOT_A_BUNDLE, joined(log.bytes(), new byte[1]));
        refusesFile(Fault.NOT_A_BUNDLE, joined(new byte[1], log.bytes()));
        refusesFile(Fault.NOT_A_BUNDLE, new byte[0]);
        refusesFile(Fault.NOT_A_BUNDLE, "PK".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherPartsOrOtherNamesAreRefused() throws IOException {
        var parts = unzip(log.bytes());
        for (var name : parts.keySet()) {
            var without = new LinkedHashMap<>(parts);
            without.remove(name);
            refusesFile(name.equals("previous-checkpoint") ? Fault.DAMAGED : Fault.NOT_A_BUNDLE, stored(without));
        }
        for (var name : List.of("zz", "../../etc/passwd", "/zz", "C:\\zz", "zz/", "zz.tlog-proof", "")) {
            var more = new LinkedHashMap<>(parts);
            more.put(name, new byte[3]);
            refusesFile(Fault.NOT_A_BUNDLE, stored(more));
        }
        var moved = new LinkedHashMap<String, byte[]>();
        moved.put("checkpoint", parts.get("checkpoint"));
        moved.putAll(parts);
        refusesFile(Fault.NOT_A_BUNDLE, stored(moved));
    }

    @Test
    void whatWasChangedOnTheWayIsNamed() throws IOException {
        var parts = unzip(log.bytes());
        parts.put("verify.html", "<script>".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> BundleCheck.check(stored(parts), log.keys()))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.DAMAGED))
                .satisfies(refused -> assertThat(refused.where()).isEqualTo("verify.html"));
    }

    /** Whoever changes a part and writes a manifest that fits has changed nothing that was signed. */
    @Test
    void partsThatContradictEachOtherAreRefusedThoughTheManifestFits() throws IOException {
        refusesChanged("checkpoint", text -> log.note(9), Fault.WRONG_SHAPE);
        refusesChanged("previous-checkpoint", text -> log.note(3), Fault.WRONG_SHAPE);
        refusesChanged("events.jsonl", text -> text + "{}\n", Fault.WRONG_SHAPE);
        refusesChanged("events.jsonl", text -> text.substring(0, text.length() - 1), Fault.WRONG_SHAPE);
        refusesChanged("events.jsonl", text -> text.replace("claim.make", "claim.mada"), Fault.WRONG_SHAPE);
        refusesChanged("events.jsonl", text -> "", Fault.WRONG_SHAPE);
        refusesChanged("proofs.json", text -> text + "\n", Fault.NOT_CANONICAL);
        refusesChanged("proofs.json", text -> text.replace("\"v\":1}", "\"v\":2}"), Fault.NOT_CANONICAL);
        refusesChanged("proofs.json", text -> text.replace("\"entries\":[{", "\"entries\":[ {"), Fault.NOT_CANONICAL);
        refusesChanged(
                "proofs.json", text -> text.replace("\"index\":0,", "\"index\":0,\"index\":0,"), Fault.NOT_CANONICAL);
        refusesChanged("proofs.json", text -> text.replace("\"index\":0,", "\"index\":-1,"), Fault.WRONG_SHAPE);
        refusesChanged(
                "proofs.json", text -> text.replace("\"index\":0,", "\"index\":9007199254740991,"), Fault.NOT_INCLUDED);
        refusesChanged(
                "proofs.json",
                text -> text.replace("\"index\":0,", "\"index\":99999999999999999999,"),
                Fault.NOT_CANONICAL);
        refusesChanged(
                "proofs.json",
                text -> text.replace("\"entries\":[", "\"entries\":[" + "[".repeat(50_000)),
                Fault.NOT_CANONICAL);
        refusesChanged(
                "proofs.json",
                text -> text.replace("\"consistency\":[", "\"consistency\":[\"" + log.tree.root() + "\","),
                Fault.NOT_GROWN);
        refusesChanged(SampleLog.REPORT, text -> text + " ", Fault.NOT_ISSUED);
        refusesChanged(
                SampleLog.REPORT + ".tlog-proof", text -> text.replace("index 6", "index 7"), Fault.NOT_INCLUDED);
        refusesChanged("manifest.json", text -> text.replace("{\"files\"", "{ \"files\""), Fault.DAMAGED);
    }

    private void refusesChanged(String name, UnaryOperator<String> change, Fault fault) throws IOException {
        var parts = unzip(log.bytes());
        parts.put(name, change.apply(text(parts, name)).getBytes(StandardCharsets.UTF_8));
        refusesFile(fault, name.equals("manifest.json") ? stored(parts) : SampleBundles.mended(parts));
    }

    private List<Bundle.Entry> with(int place, Bundle.Entry entry) {
        var entries = new ArrayList<>(log.entries(10));
        entries.set(place, entry);
        return entries;
    }

    private Verified check(Bundle bundle) {
        return BundleCheck.check(SampleLog.write(bundle), log.keys());
    }

    private void refusesBundle(Fault fault, List<Bundle.Entry> entries) {
        refuses(fault, () -> check(log.bundle(10, 4L, entries)));
    }

    private void refusesFile(Fault fault, byte[] file) {
        refuses(fault, () -> BundleCheck.check(file, log.keys()));
    }

    private static void refuses(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).satisfies(refused -> assertThat(refused.fault())
                .as(refused.getMessage())
                .isEqualTo(fault));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> unzip(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** The form is right, whatever the parts are. */
    static byte[] stored(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        var zip = new StoredZip(out);
        for (var part : parts.entrySet()) {
            var crc = new CRC32();
            crc.update(part.getValue());
            zip.begin(part.getKey(), part.getValue().length, (int) crc.getValue());
            out.write(part.getValue());
        }
        zip.end();
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts, int method, String comment) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (var part : parts.entrySet()) {
                var crc = new CRC32();
                crc.update(part.getValue());
                var entry = new ZipEntry(part.getKey());
                entry.setMethod(method);
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
