package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bit of a bundle can be another one, neither by accident nor by somebody who mends every checksum afterwards. */
class FlippedBitsTests {
    private final SampleLog log = new SampleLog();
    private final KnownKeys keys = log.keys();
    private final byte[] bundle = log.bytes();

    @Test
    void aSampleOfAllBitsIsRefused() {
        new Random(20).ints(1_500, 0, bundle.length * 8).forEach(this::refusesFlipped);
    }

    /** The heads of the parts in place and their directory, where what is read and what is meant can differ. */
    @Test
    void everyBitOfTheWrappingIsRefused() {
        var inside = new boolean[bundle.length];
        for (var part : StoredZip.read(bundle).values()) {
            Arrays.fill(inside, part.from(), part.to(), true);
        }
        IntStream.range(0, bundle.length * 8).filter(bit -> !inside[bit / 8]).forEach(this::refusesFlipped);
    }

    @Test
    @Tag("exhaustive")
    void everyBitIsRefused() {
        IntStream.range(0, bundle.length * 8).forEach(this::refusesFlipped);
    }

    /** These parts are covered by signatures, paths and commitments, not by checksums. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "previous-checkpoint", SampleLog.REPORT})
    void everyBitOfTheSmallPartsIsRefusedThoughAllChecksumsAreMended(String name) throws IOException {
        var parts = BundleTests.unzip(bundle);
        var bits = IntStream.range(0, parts.get(name).length * 8);
        refusesMended(parts, name, bits);
    }

    /** A report alone has no checksum but these two files. */
    @Test
    void everyBitOfAReportAndItsProofIsRefused() {
        var proof = log.reportProof();
        for (var bit = 0; bit < proof.length * 8; bit++) {
            var flipped = flipped(proof, bit);
            assertThatExceptionOfType(Refused.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> BundleCheck.checkReport("report", log.report, flipped, keys));
        }
        for (var bit = 0; bit < log.report.length * 8; bit++) {
            var flipped = flipped(log.report, bit);
            assertThatExceptionOfType(Refused.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> BundleCheck.checkReport("report", flipped, proof, keys));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.jsonl", "proofs.json"})
    void aSampleOfTheBitsOfEventsAndProofsIsRefusedThoughAllChecksumsAreMended(String name) throws IOException {
        var parts = BundleTests.unzip(bundle);
        refusesMended(parts, name, new Random(21).ints(600, 0, parts.get(name).length * 8));
    }

    @ParameterizedTest
    @Tag("exhaustive")
    @ValueSource(strings = {"events.jsonl", "proofs.json", SampleLog.REPORT + ".tlog-proof"})
    void everyBitOfEventsAndProofsIsRefusedThoughAllChecksumsAreMended(String name) throws IOException {
        var parts = BundleTests.unzip(bundle);
        refusesMended(parts, name, IntStream.range(0, parts.get(name).length * 8));
    }

    /** What is mended is otherwise whole: the test would show a check that refuses everything. */
    @Test
    void mendingABundleThatWasNotFlippedKeepsItValid() throws IOException {
        assertThat(SampleBundles.mended(BundleTests.unzip(bundle))).isEqualTo(bundle);
        assertThat(BundleCheck.check(bundle, keys).events()).hasSize(8);
    }

    private void refusesFlipped(int bit) {
        refuses(flipped(bundle, bit), bit);
    }

    private void refusesMended(Map<String, byte[]> parts, String name, IntStream bits) {
        var whole = parts.get(name);
        bits.forEach(bit -> {
            parts.put(name, flipped(whole, bit));
            try {
                refuses(SampleBundles.mended(parts), bit);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private void refuses(byte[] file, int bit) {
        assertThatExceptionOfType(Refused.class).as("bit %d", bit).isThrownBy(() -> BundleCheck.check(file, keys));
    }

    private static byte[] flipped(byte[] file, int bit) {
        var flipped = file.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
