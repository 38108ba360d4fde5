package org.rumbo.operations.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rumbo.shared.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An archive that somebody brings. Before anything of it is used, every part has a name that archives have, is no larger than
 * it can be, and has the hash that stands in the manifest. No part is ever unpacked under its name.
 */
final class ArchiveFile implements AutoCloseable {
    static final String README = "README.md";
    static final String DESCRIPTION = "datapackage.json";
    static final String MANIFEST = "MANIFEST.sha256";
    static final String EVENTS = "ledger/events.jsonl";

    private static final Pattern NAME = Pattern.compile(
            "README\\.md|datapackage\\.json|MANIFEST\\.sha256|ledger/events\\.jsonl"
                    + "|data/[a-z_]{1,60}\\.jsonl|files/[0-9a-f]{64}|models/bpmn/(decisions/)?[a-z0-9-]{1,80}\\.(bpmn|dmn)");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S{1,200})");
    private static final int MOST_PARTS = 500_000;
    private static final long LARGEST_DESCRIPTION = 64L * 1024 * 1024;
    /** Text that repeats itself packs well; what unpacks to more than this was made to do harm. */
    private static final long ROOM = 64L * 1024 * 1024;

    private static final int AT_MOST_TIMES = 200;
    private static final int CHUNK = 64 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts;
    private final JsonNode description;
    private final String hash;

    private ArchiveFile(ZipFile zip, Map<String, ZipEntry> parts, JsonNode description, String hash) {
        this.zip = zip;
        this.parts = parts;
        this.description = description;
        this.hash = hash;
    }

    static String data(String table) {
        return "data/" + table + ".jsonl";
    }

    static String file(String sha256) {
        return "files/" + sha256;
    }

    /** Whether this is meant to be an archive, whole or not. */
    static boolean isOne(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry(DESCRIPTION) != null && zip.getEntry(MANIFEST) != null;
        } catch (IOException another) {
            return false;
        }
    }

    /**
     * @throws ArchiveRefused with the reason
     */
    @SuppressWarnings("MustBeClosedChecker")
    static ArchiveFile open(Path file) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                var room = ROOM + AT_MOST_TIMES * Files.size(file);
                var parts = parts(zip);
                var manifest = bytes(zip, part(parts, MANIFEST));
                verify(zip, parts, hashes(manifest), room);
                var described = Json.MAPPER.readTree(bytes(zip, part(parts, DESCRIPTION)));
                return new ArchiveFile(zip, parts, described, Sha256.hex(manifest));
            } catch (RuntimeException | IOException refused) {
                zip.close();
                throw refused;
            }
        } catch (ZipException broken) {
            throw new ArchiveRefused("it is no whole ZIP file: " + broken.getMessage(), broken);
        } catch (JacksonException broken) {
            throw new ArchiveRefused(DESCRIPTION + " cannot be read", broken);
        } catch (IOException unreadable) {
            throw new ArchiveRefused("it cannot be read: " + unreadable, unreadable);
        }
    }

    private static Map<String, ZipEntry> parts(ZipFile zip) {
        if (zip.size() > MOST_PARTS) {
            throw new ArchiveRefused("it has too many parts");
        }
        var parts = new TreeMap<String, ZipEntry>();
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            if (!NAME.matcher(entry.getName()).matches()) {
                throw new ArchiveRefused("no archive has a part of such a name: " + printable(entry.getName()));
            }
            if (parts.put(entry.getName(), entry) != null) {
                throw new ArchiveRefused("it has two parts named " + entry.getName());
            }
        }
        return parts;
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(100, name.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static ZipEntry part(Map<String, ZipEntry> parts, String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new ArchiveRefused("it has no " + name);
        }
        return part;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry part) throws IOException {
        try (var content = zip.getInputStream(part)) {
            var bytes = content.readNBytes((int) LARGEST_DESCRIPTION + 1);
            if (bytes.length > LARGEST_DESCRIPTION) {
                throw new ArchiveRefused(part.getName() + " is too large");
            }
            return bytes;
        }
    }

    private static Map<String, String> hashes(byte[] manifest) {
        var hashes = new LinkedHashMap<String, String>();
        for (var line : new String(manifest, StandardCharsets.UTF_8).lines().toList()) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches() || hashes.put(matcher.group(2), matcher.group(1)) != null) {
                throw new ArchiveRefused(MANIFEST + " is not a list of hashes");
            }
        }
        return hashes;
    }

    private static void verify(ZipFile zip, Map<String, ZipEntry> parts, Map<String, String> hashes, long room)
            throws IOException {
        var named = new TreeSet<>(parts.keySet());
        named.remove(MANIFEST);
        if (!named.equals(hashes.keySet())) {
            throw new ArchiveRefused("its parts are not those that stand in " + MANIFEST);
        }
        var left = room;
        var chunk = new byte[CHUNK];
        for (var name : named) {
            var digest = Sha256.digest();
            try (var content = zip.getInputStream(parts.get(name))) {
                for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    left -= read;
                    if (left < 0) {
                        throw new ArchiveRefused("it unpacks to more than an archive of its size can hold");
                    }
                    digest.update(chunk, 0, read);
                }
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            if (!hash.equals(hashes.get(name))) {
                throw new ArchiveRefused(name + " is not what it was: its hash is another one");
            }
            if (name.startsWith("files/") && !name.equals(file(hash))) {
                throw new ArchiveRefused(name + " lies under the hash of something else");
            }
        }
    }

    /** Of the manifest, and so of everything. */
    String hash() {
        return hash;
    }

    int format() {
        return description.path("rumbo").path("format").asInt(0);
    }

    /** The version of the tables. */
    String schema() {
        return description.path("rumbo").path("schema").asString("");
    }

    /** Files that were missing when it was written. */
    Set<String> missing() {
        var missing = new TreeSet<String>();
        description.path("rumbo").path("missing").forEach(hash -> missing.add(hash.asString("")));
        return missing;
    }

    Set<String> tables() {
        var tables = new TreeSet<String>();
        parts.keySet().stream()
                .filter(name -> name.startsWith("data/"))
                .forEach(name -> tables.add(name.substring("data/".length(), name.length() - ".jsonl".length())));
        return tables;
    }

    Set<String> files() {
        var files = new TreeSet<String>();
        parts.keySet().stream()
                .filter(name -> name.startsWith("files/"))
                .forEach(name -> files.add(name.substring("files/".length())));
        return files;
    }

    InputStream read(String name) throws IOException {
        return zip.getInputStream(part(parts, name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
