package org.rumbo.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.rumbo.reading.Source.SourceLine;

/**
 * Text from bytes. What is UTF-8 without a fault is UTF-8; zeros in every other byte are UTF-16; of the single-byte encodings that
 * people in three languages still save in, the one counts whose letters are those of these languages.
 */
final class TextFile {
    static final int MOST_LINES = 200_000;

    private static final List<Charset> SINGLE_BYTE =
            List.of(Charset.forName("windows-1252"), Charset.forName("x-MacRoman"), Charset.forName("IBM850"));
    private static final Pattern USUAL = Pattern.compile("[áéíóúüñàâãêôõçÁÉÍÓÚÜÑÀÂÃÊÔÕÇ¿¡«»“”‘’–—…ºª°§€]");
    private static final Pattern END = Pattern.compile("\\r\\n|[\\r\\n\\u0085\\u2028\\u2029]");
    private static final Pattern OTHER_KIND =
            Pattern.compile("(?is)^\\s*(?:\\{\\\\rtf|<!doctype|<html|<\\?xml|<svg|%!PS).*");
    private static final int SAMPLE = 65_536;
    private static final char PAGE_END = '\f';

    private TextFile() {}

    /** What is neither, or text that is meant for a program to show rather than for people to read. */
    static boolean isOtherKind(String head) {
        var utf16 = head.startsWith("\u00ff\u00fe")
                || head.startsWith("\u00fe\u00ff")
                || looksUtf16(head.getBytes(StandardCharsets.ISO_8859_1)) != null;
        return !utf16 && head.chars().anyMatch(sign -> sign < 7 || sign > 14 && sign < 27)
                || OTHER_KIND.matcher(head).matches();
    }

    static Source read(byte[] bytes) throws UnreadablePaper {
        var warnings = new ArrayList<Warning>();
        var text = decode(bytes, warnings);
        if (text.isBlank()) {
            throw new UnreadablePaper(UnreadablePaper.Reason.EMPTY);
        }
        if (text.chars().anyMatch(sign -> sign < 7 || sign > 14 && sign < 27)) {
            throw new UnreadablePaper(UnreadablePaper.Reason.NEITHER_TEXT_NOR_PDF);
        }
        return new Source(lines(text), text.strip().indexOf(PAGE_END) >= 0, List.of(), List.copyOf(warnings));
    }

    private static List<SourceLine> lines(String text) throws UnreadablePaper {
        var sheeted = text.strip().indexOf(PAGE_END) >= 0;
        var lines = new ArrayList<SourceLine>();
        var ends = END.matcher(text);
        var from = 0;
        var sheet = 1;
        while (from <= text.length()) {
            var found = ends.find(from);
            var to = found ? ends.start() : text.length();
            if (!found && from == to) {
                break;
            }
            for (var part : text.substring(from, to).split("(?=\\f)")) {
                sheet += part.startsWith("\f") ? 1 : 0;
                lines.add(new SourceLine(part.replace("\f", ""), sheeted ? sheet : 0, 0));
            }
            if (lines.size() > MOST_LINES) {
                throw new UnreadablePaper(UnreadablePaper.Reason.TOO_LONG, String.valueOf(MOST_LINES));
            }
            from = found ? ends.end() : text.length() + 1;
        }
        return List.copyOf(lines);
    }

    private static String decode(byte[] bytes, List<Warning> warnings) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        var utf16 = looksUtf16(bytes);
        if (utf16 != null) {
            warnings.add(guessed(utf16));
            return new String(bytes, utf16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            var best = SINGLE_BYTE.stream()
                    .max(Comparator.comparingLong((Charset one) -> usual(bytes, one))
                            .thenComparing(one -> -SINGLE_BYTE.indexOf(one)))
                    .orElseThrow();
            warnings.add(guessed(best));
            return new String(bytes, best);
        }
    }

    private static Warning guessed(Charset charset) {
        return new Warning(Warning.Kind.ENCODING_GUESSED, 0, List.of(charset.name()));
    }

    private static long usual(byte[] bytes, Charset charset) {
        var high = new byte[Math.min(bytes.length, SAMPLE)];
        var count = 0;
        for (var i = 0; i < bytes.length && count < high.length; i++) {
            if (bytes[i] < 0) {
                high[count++] = bytes[i];
            }
        }
        return USUAL.matcher(new String(high, 0, count, charset)).results().count();
    }

    private static @org.jspecify.annotations.Nullable Charset looksUtf16(byte[] bytes) {
        var sample = Math.min(bytes.length, SAMPLE) & ~1;
        var even = 0;
        var odd = 0;
        for (var i = 0; i < sample; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        var most = sample * 2 / 5;
        if (sample < 8) {
            return null;
        }
        return odd >= most && even == 0
                ? StandardCharsets.UTF_16LE
                : even >= most && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... signs) {
        for (var i = 0; i < signs.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
