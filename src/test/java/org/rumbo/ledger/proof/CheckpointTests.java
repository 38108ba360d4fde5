package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTests {
    private static final String ROOT = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";
    private static final String TEXT = "go.sum.database/tree\n123456789012\n" + ROOT + "\n";
    private static final String PROOF = """
            c2sp.org/tlog-proof@v1
            extra eyJ2IjoxfQ==
            index 123456789011
            TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=
            G7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU=

            rumbo.example/1
            123456789012
            TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=

            — rumbo.example/1 x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    /** Go's example of {@code FormatTree}, under a name that C2SP allows. */
    @Test
    void hasThreeLines() {
        var root = MerkleTree.leaf("hello world".getBytes(StandardCharsets.UTF_8));
        assertThat(new Checkpoint("go.sum.database/tree", 123456789012L, root).text())
                .isEqualTo(TEXT);
        assertThat(Checkpoint.parse(TEXT)).isEqualTo(new Checkpoint("go.sum.database/tree", 123456789012L, root));
    }

    @Test
    void anEmptyLogHasOneToo() {
        var empty = new Checkpoint("a", 0, MerkleTree.EMPTY);
        assertThat(empty.text()).isEqualTo("a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(empty.text())).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n1\n" + ROOT,
                "a\n1\n" + ROOT + "\n\n",
                "a\n1\n" + ROOT + "\nextension\n",
                "a\r\n1\r\n" + ROOT + "\r\n",
                "\n1\n" + ROOT + "\n",
                "a b\n1\n" + ROOT + "\n",
                "a\u00a0b\n1\n" + ROOT + "\n",
                "a+b\n1\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n+1\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n1 \n" + ROOT + "\n",
                "a\n١\n" + ROOT + "\n",
                "a\n0x1\n" + ROOT + "\n",
                "a\n9007199254740992\n" + ROOT + "\n",
                "a\n99999999999999999999\n" + ROOT + "\n",
                "a\n0\n" + ROOT + "\n",
                "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=\n",
                "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0\n",
                "a\n1\nTszzRgjTG6xce-z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "a\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n",
                "a\n1\nAAAA\n"
            })
    void refusesOtherTexts(String text) {
        refuses(() -> Checkpoint.parse(text));
    }

    @Test
    void isNotMadeOfWhatItCouldNotRead() {
        for (var origin : List.of("", "a b", "a+b", "a\n", "a\u2003")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(origin, 0, MerkleTree.EMPTY));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, MerkleTree.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 1L << 53, MerkleTree.EMPTY));
    }

    @Test
    void aProofOfOneLeafIsReadAndWritten() {
        var proof = TlogProof.parse(PROOF);
        assertThat(proof.extra()).isEqualTo("{\"v\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(proof.index()).isEqualTo(123456789011L);
        assertThat(proof.path()).hasSize(2);
        assertThat(proof.checkpoint())
                .startsWith("rumbo.example/1\n123456789012\n")
                .endsWith("nAM=\n");
        assertThat(proof.text()).isEqualTo(PROOF);
        var bare = new TlogProof(new byte[0], 0, List.of(), proof.checkpoint());
        assertThat(bare.text()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nrumbo.example/1\n");
        assertThat(TlogProof.parse(bare.text()).text()).isEqualTo(bare.text());
    }

    @Test
    void otherProofsAreRefused() {
        for (var text : List.of(
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v1\n\n",
                PROOF.replace("@v1", "@v2"),
                PROOF.replace("index 1", "index 01"),
                PROOF.replace("index 123456789011", "index -1"),
                PROOF.replace("index 123456789011", "index 99999999999999999999999"),
                PROOF.replace("index", "Index"),
                PROOF.replace("extra ", "extra  "),
                PROOF.replace("extra ", "extras "),
                PROOF.replaceFirst("extra .*", "extra "),
                PROOF.replace("fQ==", "fR=="),
                PROOF.replaceFirst("Bb0=\n", "Bb0=\r\n"),
                PROOF.replaceFirst("Bb0=\n", "Bb1=\n"),
                PROOF.replaceFirst("(G7l9.*\n)", "$1".repeat(64)))) {
            refuses(() -> TlogProof.parse(text));
        }
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .extracting(refused -> refused.fault().kind())
                .isEqualTo(Fault.Kind.MALFORMED);
    }
}
