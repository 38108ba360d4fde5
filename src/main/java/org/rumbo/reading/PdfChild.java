package org.rumbo.reading;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The process that reads one PDF: prints its lines with their pages to the standard output and ends with a code that says how it
 * went. It starts no application.
 */
public final class PdfChild {
    static final String COMMAND = "read-pdf";
    static final int MOST_PAGES = 1_000;
    static final int LOCKED = 10;
    static final int NO_TEXT = 11;
    static final int BROKEN = 12;
    static final int TOO_LONG = 13;

    private PdfChild() {}

    /** Whether a process was started as this one rather than as the application. */
    public static boolean isAsked(String[] arguments) {
        return arguments.length == 2 && arguments[0].equals(COMMAND);
    }

    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(run(Path.of(arguments[1])));
    }

    private static int run(Path file) {
        Logger.getLogger("").setLevel(Level.OFF);
        try (var out = new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                        false,
                        StandardCharsets.UTF_8);
                var document = Loader.loadPDF(file.toFile())) {
            var code = print(document, out);
            out.flush();
            return code;
        } catch (InvalidPasswordException locked) {
            return LOCKED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return BROKEN;
        }
    }

    private static int print(PDDocument document, PrintStream out) throws IOException {
        var pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            return TOO_LONG;
        }
        out.println("P\t" + pages);
        var labels = labels(document);
        var text = new PageText();
        var lines = 0;
        for (var page = 1; page <= pages; page++) {
            out.println(
                    "p\t" + (labels != null && page <= labels.length ? labels[page - 1].replaceAll("\\s", " ") : ""));
            for (var line : text.lines(document, page)) {
                lines++;
                out.println("L\t" + (line.gap() ? 1 : 0) + "\t" + (line.indented() ? 1 : 0) + "\t" + line.size() + "\t"
                        + line.text());
            }
            out.flush();
        }
        return lines == 0 ? NO_TEXT : 0;
    }

    private static String @org.jspecify.annotations.Nullable [] labels(PDDocument document) {
        try {
            var labels = document.getDocumentCatalog().getPageLabels();
            return labels == null ? null : labels.getLabelsByPageIndices();
        } catch (IOException | RuntimeException none) {
            return null;
        }
    }
}
