package org.rumbo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that people hand in. */
public final class SampleFiles {
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private SampleFiles() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        var all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    public static String pdf(String content) {
        return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + content + " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
    }

    public static byte[] png() {
        return bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\u001f\u0015\u00c4\u0089"
                + "\0\0\0\0IEND\u00aeB`\u0082");
    }

    public static byte[] jpeg() {
        return bytes("\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00d9");
    }

    /** The parts of a text document, to which more may be added. */
    public static Map<String, String> partsOfDocx() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", "<Relationships/>");
        parts.put("word/document.xml", "<document/>");
        return parts;
    }

    public static byte[] docx() {
        return zip(partsOfDocx());
    }

    public static byte[] odt() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", ODT);
        parts.put("content.xml", "<office/>");
        return zip(parts);
    }

    public static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var content = bytes(part.getValue());
                var entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    var sum = new CRC32();
                    sum.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
