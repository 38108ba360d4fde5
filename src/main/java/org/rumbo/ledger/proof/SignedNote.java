package org.rumbo.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * A text with signatures under it, as c2sp.org/signed-note writes it.
 *
 * @param text what was signed, with its last line feed
 * @param signers the known keys whose signatures fit, at least one
 */
public record SignedNote(String text, List<NoteVerifier> signers) {
    private static final String DASH = "— ";
    private static final int MOST_SIGNATURES = 100;

    /** One line under a text; nothing about it is believed yet. */
    private record Line(String name, int id, byte[] signature) {}

    /** Signs a text and writes the whole note. */
    public static String sign(String text, NoteSigner... signers) {
        if (!isPlain(text) || !text.endsWith("\n") || signers.length == 0) {
            throw new IllegalArgumentException("Not a text to sign");
        }
        var note = new StringBuilder(text).append('\n');
        for (var signer : signers) {
            var signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.allocate(4 + signature.length)
                    .putInt(signer.verifier().id())
                    .put(signature)
                    .array();
            note.append(DASH)
                    .append(signer.name())
                    .append(' ')
                    .append(Encoding.base64(bytes))
                    .append('\n');
        }
        return note.toString();
    }

    /**
     * Reads a note. Signatures of unknown keys are passed over; one of a known key that does not fit refuses the whole note,
     * and so does a note that no known key signed.
     */
    public static SignedNote open(String note, Collection<NoteVerifier> known) {
        var text = textOf(note);
        var fitting = new ArrayList<NoteVerifier>();
        for (var line : lines(note.substring(text.length() + 1))) {
            for (var verifier : known) {
                if (verifier.name().equals(line.name) && verifier.id() == line.id) {
                    if (!verifier.verify(text.getBytes(StandardCharsets.UTF_8), line.signature)) {
                        throw new Refused(Fault.BAD_SIGNATURE, verifier.name() + "+" + verifier.idText());
                    }
                    if (!fitting.contains(verifier)) {
                        fitting.add(verifier);
                    }
                }
            }
        }
        if (fitting.isEmpty()) {
            throw new Refused(Fault.UNKNOWN_KEY, signerNames(note));
        }
        return new SignedNote(text, List.copyOf(fitting));
    }

    /** The text of a note, with no word on who signed it. */
    public static String textOf(String note) {
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !isPlain(note) || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new Refused(Fault.NOT_A_NOTE, "");
        }
        return note.substring(0, blank + 1);
    }

    private static List<Line> lines(String block) {
        var texts = block.split("\n");
        if (texts.length > MOST_SIGNATURES) {
            throw new Refused(Fault.NOT_A_NOTE, "");
        }
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            var parts = text.split(" ", -1);
            if (parts.length != 3 || !text.startsWith(DASH) || !KeyName.isValid(parts[1])) {
                throw new Refused(Fault.NOT_A_NOTE, "");
            }
            var bytes = Encoding.fromBase64(parts[2]);
            if (bytes.length < 5) {
                throw new Refused(Fault.NOT_A_NOTE, parts[1]);
            }
            lines.add(new Line(parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        return lines;
    }

    private static String signerNames(String note) {
        var names = new HashSet<String>();
        for (var line : lines(note.substring(textOf(note).length() + 1))) {
            names.add("%s+%08x".formatted(line.name, line.id));
        }
        return String.join(", ", names.stream().sorted().toList());
    }

    /** No control characters but line feeds, no halves of characters. */
    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || (c >= 0x20 && Character.getType(c) != Character.SURROGATE));
    }
}
