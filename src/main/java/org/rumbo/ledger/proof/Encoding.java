package org.rumbo.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as text in exactly one way: whatever could be written differently is refused. */
final class Encoding {
    private Encoding() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** RFC 4648, section 4: padded, and without stray bits behind the last byte, which the JDK lets pass. */
    static byte[] fromBase64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException otherwise) {
            // refused below
        }
        throw new Refused(Fault.NOT_BASE64, shortened(text));
    }

    /** UTF-8 that is exactly what its text would be written as. */
    static String text(byte[] utf8, String where) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            throw new Refused(Fault.NOT_TEXT, where);
        }
    }

    /** A number as checkpoints and proofs write it: no sign, no leading zero, no more than every reader keeps. */
    static long number(String text, Fault fault) {
        if (!text.matches("0|[1-9][0-9]{0,15}") || Long.parseLong(text) > CanonicalJson.MOST) {
            throw new Refused(fault, shortened(text));
        }
        return Long.parseLong(text);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
