package org.rumbo.reporting.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A feed as RFC 4287 wants it, written by the platform's own writer of XML, which escapes whatever is in a text. */
record AtomFeed(
        UUID id,
        String language,
        String title,
        String subtitle,
        String author,
        @Nullable String rights,
        Instant updated,
        String self,
        String page,
        List<Entry> entries) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /**
     * @param id the same for ever
     * @param titleLanguage where the title is in another language than the feed
     */
    record Entry(
            UUID id,
            String title,
            @Nullable String titleLanguage,
            String summary,
            String category,
            Instant updated,
            String page) {}

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A feed cannot be written into memory", impossible);
        }
        return bytes.toByteArray();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", language);
        text(xml, "id", urn(id));
        text(xml, "title", title);
        text(xml, "subtitle", subtitle);
        text(xml, "updated", time(updated));
        xml.writeStartElement("author");
        text(xml, "name", author);
        xml.writeEndElement();
        if (rights != null) {
            text(xml, "rights", rights);
        }
        text(xml, "generator", "Rumbo");
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", page);
        for (var entry : entries) {
            write(xml, entry);
        }
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", urn(entry.id()));
        xml.writeStartElement("title");
        if (entry.titleLanguage() != null) {
            xml.writeAttribute("xml:lang", entry.titleLanguage());
        }
        xml.writeCharacters(allowed(entry.title()));
        xml.writeEndElement();
        text(xml, "updated", time(entry.updated()));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.category());
        link(xml, "alternate", "text/html", entry.page());
        text(xml, "summary", entry.summary());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** Some characters have no place in XML, escaped or not. */
    private static String allowed(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("");
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
