package org.rumbo.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a workbook (ECMA-376, transitional or strict) part by part. Links that lead out of it are never followed. */
final class XlsxReader {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String DEFAULT_BOOK = "xl/workbook.xml";

    private final UploadedArchive archive;
    private final SheetVisitor visitor;

    /** @param target the part's name */
    private record Tab(String name, String target) {}

    /** What the workbook's own part says. */
    private record Book(List<Tab> tabs, boolean from1904, String texts, String formats) {}

    XlsxReader(UploadedArchive archive, SheetVisitor visitor) {
        this.archive = archive;
        this.visitor = visitor;
    }

    static boolean isOne(UploadedArchive archive) {
        return archive.has(CONTENT_TYPES);
    }

    void read(List<SheetLayout> layouts, List<ColumnChoice> choices, CellMeaning meaning, Set<String> done)
            throws IOException {
        var book = book(bookPart());
        var texts = book.texts().isEmpty() ? SharedTexts.none() : texts(book.texts());
        var formats = book.formats().isEmpty() ? XlsxFormats.none() : formats(book.formats());
        visitor.frame(frame(book, texts, formats));
        for (var tab : book.tabs()) {
            if (!tab.name().equals(XlsxLists.NAME)) {
                var sheet = new SheetReading(tab.name(), layouts, choices, done, meaning, visitor);
                read(tab, new XlsxSheetReader(texts, formats, book.from1904()), sheet);
                sheet.end();
            }
        }
    }

    private void read(Tab tab, XlsxSheetReader reader, RawSheet sheet) throws IOException {
        reader.readMerged(part(tab.target()));
        reader.readRows(part(tab.target()), sheet);
    }

    private InputStream part(String name) throws IOException {
        var part = archive.open(name);
        if (part == null) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
        }
        return part;
    }

    private SharedTexts texts(String name) throws IOException {
        try (var xml = new GuardedXml(part(name))) {
            return SharedTexts.read(xml);
        }
    }

    private XlsxFormats formats(String name) throws IOException {
        try (var xml = new GuardedXml(part(name))) {
            return XlsxFormats.read(xml);
        }
    }

    /** The name of the workbook's own part; anything else that such an archive can be is refused by its name. */
    private String bookPart() throws IOException {
        String found = null;
        var foreign = false;
        try (var xml = new GuardedXml(part(CONTENT_TYPES))) {
            while (xml.next()) {
                if (xml.starts("Override") || xml.starts("Default")) {
                    var type = xml.attribute("ContentType").toLowerCase(Locale.ROOT);
                    refuseMacros(type);
                    if (type.endsWith("spreadsheetml.sheet.main+xml")
                            || type.endsWith("spreadsheetml.template.main+xml")) {
                        found = xml.starts("Override") ? xml.attribute("PartName") : DEFAULT_BOOK;
                    }
                    foreign |= type.contains("wordprocessingml.") || type.contains("presentationml.");
                }
            }
        }
        for (var name : archive.names()) {
            refuseMacros(name.toLowerCase(Locale.ROOT));
        }
        if (found == null) {
            throw new UploadedArchive.Refusal(
                    foreign ? WorkbookRefused.Reason.UNKNOWN_KIND : WorkbookRefused.Reason.DAMAGED);
        }
        return found.startsWith("/") ? found.substring(1) : found;
    }

    private static void refuseMacros(String said) throws IOException {
        if (said.contains("macroenabled")
                || said.contains("vbaproject")
                || said.contains("/macrosheets/")
                || said.contains("macrosheet+xml")) {
            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.MACROS);
        }
    }

    private Book book(String name) throws IOException {
        var links = links(name);
        var tabs = new ArrayList<Tab>();
        var from1904 = false;
        try (var xml = new GuardedXml(part(name))) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.starts("sheet")) {
                    var link = links.get(xml.attribute("id"));
                    if (link != null && link.isOf("worksheet")) {
                        tabs.add(new Tab(xml.attribute("name"), link.target()));
                    }
                }
                if (tabs.size() > SheetLimits.SHEETS) {
                    throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MANY_SHEETS);
                }
            }
        }
        return new Book(tabs, from1904, target(links, "sharedStrings"), target(links, "styles"));
    }

    private static String target(Map<String, Link> links, String type) {
        return links.values().stream()
                .filter(link -> link.isOf(type))
                .map(Link::target)
                .findFirst()
                .orElse("");
    }

    private record Link(String type, String target) {
        boolean isOf(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private Map<String, Link> links(String name) throws IOException {
        var slash = name.lastIndexOf('/') + 1;
        var folder = name.substring(0, slash);
        var links = new HashMap<String, Link>();
        try (var xml = new GuardedXml(part(folder + "_rels/" + name.substring(slash) + ".rels"))) {
            while (xml.next()) {
                if (xml.starts("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                    var target = xml.attribute("Target");
                    var whole = target.startsWith("/") ? target.substring(1) : folder + target;
                    links.put(xml.attribute("Id"), new Link(xml.attribute("Type"), whole));
                }
            }
        }
        return links;
    }

    private ReadFrame frame(Book book, SharedTexts texts, XlsxFormats formats) throws IOException {
        var said = new HashMap<String, String>();
        for (var tab : book.tabs()) {
            if (tab.name().equals(XlsxLists.NAME)) {
                read(tab, new XlsxSheetReader(texts, formats, book.from1904()), (number, hidden, cells) -> {
                    if (cells.size() == 2) {
                        said.putIfAbsent(cells.get(0).text(), cells.get(1).text());
                    }
                });
            }
        }
        return frame(ReadFrame.FileKind.XLSX, said);
    }

    static ReadFrame frame(ReadFrame.FileKind kind, Map<String, String> said) {
        return new ReadFrame(
                kind,
                said.get(XlsxLists.PRODUCT),
                number(said.get(XlsxLists.FORMAT)),
                instant(said.get(XlsxLists.WRITTEN_AT)),
                said.get(XlsxLists.LANGUAGE));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? null : Integer.valueOf(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
