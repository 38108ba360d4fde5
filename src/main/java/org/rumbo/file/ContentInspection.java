package org.rumbo.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Says what a file is, by its bytes. Two must agree: a library that knows thousands of kinds, and our own strict reading of
 * the eight that are taken. What begins as one kind and ends as another is none.
 */
final class ContentInspection implements EvidenceStore.Inspection {
    private static final String PDF = "%PDF-";
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String END_OF_PNG = "\0\0\0\0IEND\u00aeB`\u0082";
    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final String ARCHIVE = "PK\u0003\u0004";
    private static final String END_OF_ARCHIVE = "PK\u0005\u0006";
    private static final int WHERE_ARCHIVES_END = 66_000;
    private static final int HEAD = 16;
    /** What is text may still be read as a program by whoever goes by its name. */
    private static final Set<String> NAMES_OF_TEXT = Set.of("", "txt", "text", "csv", "tsv", "md", "log");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]");
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(!doctype|html|head|body|script|svg|iframe|object|embed|img|\\?|!--|%)|javascript:|vbscript:",
            Pattern.CASE_INSENSITIVE);
    /** Names in a PDF of what runs, opens or holds something else. */
    private static final Pattern ACTIVE = Pattern.compile(
            "/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?=[\\s(<\\[/>])");

    private static final Pattern WRITTEN_AS_NUMBER = Pattern.compile("#([0-9A-Fa-f]{2})");

    private final @Nullable String name;

    /**
     * @param name what it was called by whoever handed it in
     */
    ContentInspection(@Nullable String name) {
        this.name = name;
    }

    @Override
    public EvidenceStore.Found of(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            var file = new FileBytes(channel);
            if (file.size() == 0) {
                throw Unacceptable.EMPTY.refusal();
            }
            var type = type(file);
            requireAgreement(type, path);
            return new EvidenceStore.Found(type, type == FileType.PDF && file.anywhere(ContentInspection::isActive));
        }
    }

    private FileType type(FileBytes file) throws IOException {
        var head = file.text(0, HEAD);
        if (head.startsWith(ARCHIVE)) {
            return new OfficeContainer(file).type();
        }
        if (head.startsWith(PDF)) {
            return apart(FileType.PDF, file);
        }
        if (head.startsWith(PNG)) {
            return ended(file.end(END_OF_PNG.length()).equals(END_OF_PNG), FileType.PNG);
        }
        if (head.startsWith(JPEG)) {
            return apart(FileType.JPEG, file);
        }
        if (NAMES_OF_TEXT.contains(FileName.extension(name))
                && !head.startsWith("#!")
                && !file.anywhere(text -> !isPlain(text))) {
            return FileType.TEXT;
        }
        throw Unacceptable.KIND.refusal();
    }

    private static FileType apart(FileType type, FileBytes file) throws IOException {
        return ended(!file.end(WHERE_ARCHIVES_END).contains(END_OF_ARCHIVE), type);
    }

    private static FileType ended(boolean asItShould, FileType type) {
        if (!asItShould) {
            throw Unacceptable.MIXED.refusal();
        }
        return type;
    }

    private static boolean isPlain(String text) {
        return !CONTROL.matcher(text).find() && !MARKUP.matcher(text).find();
    }

    private static boolean isActive(String text) {
        var plain = WRITTEN_AS_NUMBER
                .matcher(text)
                .replaceAll(number -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(number.group(1), 16))));
        return ACTIVE.matcher(plain).find();
    }

    private static void requireAgreement(FileType type, Path path) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(path))) {
            var said = MimeTypes.getDefaultMimeTypes()
                    .detect(content, new Metadata())
                    .toString()
                    .toLowerCase(Locale.ROOT);
            var agrees =
                    switch (type) {
                        case PDF, PNG, JPEG -> said.equals(type.mediaType());
                        // A first line with a colon looks like the head of a message, and is text all the same.
                        case TEXT -> said.equals(type.mediaType()) || said.startsWith("message/");
                        case DOCX, XLSX, ODT, ODS ->
                            Set.of("application/zip", "application/x-tika-ooxml", type.mediaType())
                                    .contains(said);
                    };
            if (!agrees) {
                throw Unacceptable.KIND.refusal();
            }
        }
    }
}
