package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys, text and signatures are the published example of Go's {@code sumdb/note}, which C2SP took over. */
class SignedNoteTests {
    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH_VKEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER_LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFY"
            + "C2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGr"
            + "Q5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final NoteVerifier PETER = NoteVerifier.parse(VKEY);
    private static final NoteVerifier ENOCH = NoteVerifier.parse(ENOCH_VKEY);

    @Test
    void signsAsGoDoes() {
        assertThat(SignedNote.sign(TEXT, NoteSigner.parse(SECRET))).isEqualTo(TEXT + "\n" + PETER_LINE);
    }

    @Test
    void severalKeysSignOneText() {
        var other = NoteSigner.generate("other.example/1", new SecureRandom());
        var note = SignedNote.sign(TEXT, NoteSigner.parse(SECRET), other);
        assertThat(note).startsWith(TEXT + "\n" + PETER_LINE + "— other.example/1 ");
        assertThat(SignedNote.open(note, List.of(PETER, other.verifier())).signers())
                .containsExactly(PETER, other.verifier());
    }

    @Test
    void opensWhatKnownKeysSignedAndPassesOverUnknownOnes() {
        var both = TEXT + "\n" + PETER_LINE + ENOCH_LINE;
        assertThat(SignedNote.open(both, List.of(PETER))).isEqualTo(new SignedNote(TEXT, List.of(PETER)));
        assertThat(SignedNote.open(both, List.of(ENOCH)).signers()).containsExactly(ENOCH);
        assertThat(SignedNote.open(both, List.of(ENOCH, PETER)).signers()).containsExactly(PETER, ENOCH);
        assertThat(SignedNote.open(TEXT + "\n" + PETER_LINE + PETER_LINE, List.of(PETER))
                        .signers())
                .containsExactly(PETER);
    }

    @Test
    void refusesWhatNoKnownKeySigned() {
        var note = TEXT + "\n" + PETER_LINE;
        refuses(Fault.UNKNOWN_KEY, () -> SignedNote.open(note, List.of(ENOCH)));
        refuses(Fault.UNKNOWN_KEY, () -> SignedNote.open(note, List.of()));
        var namesake = NoteSigner.generate("PeterNeumann", new SecureRandom()).verifier();
        refuses(Fault.UNKNOWN_KEY, () -> SignedNote.open(note, List.of(namesake)));
    }

    @Test
    void oneWrongSignatureOfAKnownKeyRefusesTheWholeNote() {
        var broken = PETER_LINE.replace("ZJku", "ZJkv");
        refuses(Fault.BAD_SIGNATURE, () -> SignedNote.open(TEXT + "\n" + broken, List.of(PETER)));
        refuses(Fault.BAD_SIGNATURE, () -> SignedNote.open(TEXT + "\n" + ENOCH_LINE + broken, List.of(PETER, ENOCH)));
        refuses(Fault.BAD_SIGNATURE, () -> SignedNote.open(TEXT + "\n" + PETER_LINE + broken, List.of(PETER)));
        refuses(Fault.BAD_SIGNATURE, () -> SignedNote.open(TEXT + "x\n\n" + PETER_LINE, List.of(PETER)));
        var longer = PETER_LINE.substring(0, 59) + "ABCD" + PETER_LINE.substring(59);
        refuses(Fault.BAD_SIGNATURE, () -> SignedNote.open(TEXT + "\n" + longer, List.of(PETER)));
    }

    @Test
    void noChangedBitOfANoteIsBelieved() {
        var note = (TEXT + "\n" + PETER_LINE).getBytes(StandardCharsets.UTF_8);
        for (var bit = 0; bit < note.length * 8; bit++) {
            var changed = note.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(Refused.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> SignedNote.open(Encoding.text(changed, "note"), List.of(PETER)));
        }
    }

    @Test
    void refusesOtherForms() {
        var known = List.of(PETER);
        for (var note : List.of(
                "",
                "\n",
                "\n\n",
                TEXT,
                TEXT + "\n",
                TEXT + PETER_LINE,
                TEXT + "\n" + PETER_LINE.strip(),
                "\u0001" + TEXT + "\n" + PETER_LINE,
                "\ud800" + TEXT + "\n" + PETER_LINE,
                TEXT + "\n" + PETER_LINE.replace("\n", "\r\n"),
                TEXT + "\n" + PETER_LINE.replace("—", "-"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann ", "PeterNeumann  "),
                TEXT + "\n" + PETER_LINE.replace("Peter", "Peter "),
                TEXT + "\n" + PETER_LINE.replace("Peter", "Peter+"),
                TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
                TEXT + "\n— PeterNeumann x08gow==\n",
                TEXT + "\n" + PETER_LINE.repeat(101))) {
            refuses(Fault.NOT_A_NOTE, () -> SignedNote.open(note, known));
        }
        refuses(Fault.NOT_BASE64, () -> SignedNote.open(TEXT + "\n" + PETER_LINE.replace("nAM=", "nAN="), known));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SignedNote.sign("no line feed", NoteSigner.parse(SECRET)));
    }

    @Test
    void publicKeysAreReadAndWritten() {
        assertThat(PETER.name()).isEqualTo("PeterNeumann");
        assertThat(PETER.idText()).isEqualTo("c74f20a3");
        assertThat(PETER.vkey()).isEqualTo(VKEY);
        assertThat(NoteSigner.parse(SECRET).verifier()).isEqualTo(PETER);
        assertThat(NoteSigner.parse(SECRET).secretText()).isEqualTo(SECRET);
        assertThat(NoteSigner.parse(SECRET)).hasToString(VKEY);
    }

    /** Base64 has its own plus signs, so both texts are split at their first ones only. */
    @Test
    void keysWithPlusSignsInThemComeBackWhole() {
        var seen = new ArrayList<String>();
        var random = new SecureRandom();
        for (var i = 0; i < 60; i++) {
            var signer = NoteSigner.generate("log.example/" + i, random);
            var vkey = signer.verifier().vkey();
            assertThat(NoteVerifier.parse(vkey)).isEqualTo(signer.verifier());
            assertThat(NoteSigner.parse(signer.secretText()).verifier().vkey()).isEqualTo(vkey);
            assertThat(SignedNote.open(SignedNote.sign(TEXT, signer), List.of(NoteVerifier.parse(vkey)))
                            .text())
                    .isEqualTo(TEXT);
            if (vkey.chars().filter(c -> c == '+').count() > 2) {
                seen.add(vkey);
            }
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void noManglingOfAKeyIsAKey() {
        for (var text : List.of(VKEY, SECRET)) {
            for (var from = 0; from <= text.length(); from++) {
                for (var to = from; to <= text.length(); to++) {
                    if (from > 0 || to < text.length()) {
                        var part = text.substring(from, to);
                        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(text, part));
                    }
                }
                if (from < text.length()) {
                    var chars = text.toCharArray();
                    chars[from]++;
                    assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(text, new String(chars)));
                }
            }
        }
    }

    private static void read(String whole, String text) {
        if (whole.equals(VKEY)) {
            NoteVerifier.parse(text);
        } else {
            NoteSigner.parse(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
            })
    void refusesOtherKeys(String vkey) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> NoteVerifier.parse(vkey));
    }

    /** Test 1 of RFC 8032, section 7.1. */
    @Test
    void publicKeysFollowFromTheirSeedsAsTheStandardSays() {
        var seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var key = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        var id = KeyName.id("a", key);
        assertThat(NoteSigner.parse("PRIVATE+KEY+" + KeyName.write("a", id, seed))
                        .verifier()
                        .vkey())
                .isEqualTo(KeyName.write("a", id, key));
    }

    private static void refuses(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .extracting(Refused::fault)
                .isEqualTo(fault);
    }
}
