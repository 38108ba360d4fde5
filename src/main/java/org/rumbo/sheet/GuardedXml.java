package org.rumbo.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of which a stranger wrote every letter. The letters pass a guard before any parser sees them: declarations of types and entities,
 * comments and the like ({@code <!}) do not stand in the parts of workbooks and are refused, and so is a tag or a text
 * without end. Only UTF-8 and UTF-16 are read, as ECMA-376 part 2 demands, whatever the XML says of itself.
 */
final class GuardedXml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final Reader letters;
    private final XMLStreamReader xml;
    private int depth;

    GuardedXml(InputStream bytes) throws IOException {
        letters = new Guard(decoded(bytes));
        try {
            xml = FACTORY.createXMLStreamReader(letters);
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    private static Reader decoded(InputStream bytes) throws IOException {
        var start = new byte[4];
        var in = new PushbackInputStream(bytes, start.length);
        var read = in.readNBytes(start, 0, start.length);
        in.unread(start, 0, read);
        var reader = new InputStreamReader(in, charset(start));
        if ((start[0] & 0xFF) >= 0xEF) {
            // The mark that says which encoding it is.
            reader.read();
        }
        return reader;
    }

    private static Charset charset(byte[] start) {
        var first = start[0] & 0xFF;
        var second = start[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second == '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return (first == 0xFF && second == 0xFE) || (first == '<' && second == 0)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    /** Moves on to the next start or end of an element, or piece of text; false at the end. */
    boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > SheetLimits.DEPTH) {
                            throw new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UploadedArchive.Refusal(WorkbookRefused.Reason.FORBIDDEN_XML);
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    /** The JDK's parser wraps what its stream throws. */
    private static IOException refusal(XMLStreamException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException reason) {
                return reason;
            }
            if (cause instanceof XMLStreamException wrapped
                    && wrapped.getNestedException() instanceof IOException reason) {
                return reason;
            }
        }
        return new UploadedArchive.Refusal(WorkbookRefused.Reason.DAMAGED);
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    boolean isText() {
        return xml.isCharacters();
    }

    String text() {
        return xml.getText();
    }

    /** The attribute's value, whatever its name space; empty where there is none. */
    String attribute(String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean flag(String name) {
        var value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException unclosed) {
            // The letters are closed below, and nothing else is held.
        }
        letters.close();
    }

    private static final class Guard extends FilterReader {
        private boolean open;
        private int since;

        Guard(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] letters, int from, int count) throws IOException {
            var read = super.read(letters, from, count);
            for (var i = from; i < from + read; i++) {
                look(letters[i]);
            }
            return read;
        }

        private void look(char letter) throws IOException {
            if (open && letter == '!') {
                throw new UploadedArchive.Refusal(WorkbookRefused.Reason.FORBIDDEN_XML);
            }
            open = letter == '<';
            since = open ? 0 : since + 1;
            if (since > SheetLimits.STRETCH) {
                throw new UploadedArchive.Refusal(WorkbookRefused.Reason.TOO_MUCH_TEXT);
            }
        }
    }
}
