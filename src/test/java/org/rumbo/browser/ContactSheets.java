package org.rumbo.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** For each look one picture of all pages, small and beside each other. */
final class ContactSheets {
    private static final int COLUMNS = 8;
    private static final int WIDE = 260;
    private static final int HIGH = 380;
    private static final int GAP = 12;
    private static final int CAPTION = 18;

    private final Path folder;
    private final Map<String, Map<String, BufferedImage>> sheets = new LinkedHashMap<>();

    ContactSheets(Path folder) {
        this.folder = folder;
    }

    void add(String page, Look look, byte[] picture) {
        sheets.computeIfAbsent(look.toString().replace(' ', '-'), any -> new LinkedHashMap<>())
                .put(page, small(picture));
    }

    /** The upper part of a page, as wide as the sheet has room for. */
    private static BufferedImage small(byte[] picture) {
        try {
            var whole = ImageIO.read(new ByteArrayInputStream(picture));
            var shown = whole.getSubimage(
                    0, 0, whole.getWidth(), Math.min(whole.getHeight(), whole.getWidth() * HIGH / WIDE));
            var height = Math.max(1, shown.getHeight() * WIDE / shown.getWidth());
            var small = new BufferedImage(WIDE, height, BufferedImage.TYPE_INT_RGB);
            var pen = small.createGraphics();
            pen.drawImage(shown.getScaledInstance(WIDE, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            pen.dispose();
            return small;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        for (var sheet : sheets.entrySet()) {
            ImageIO.write(
                    drawn(sheet.getValue()),
                    "png",
                    folder.resolve("sheet-" + sheet.getKey() + ".png").toFile());
        }
    }

    private static BufferedImage drawn(Map<String, BufferedImage> pages) {
        var rows = (pages.size() + COLUMNS - 1) / COLUMNS;
        var sheet = new BufferedImage(
                COLUMNS * (WIDE + GAP) + GAP, rows * (HIGH + CAPTION + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        var place = 0;
        for (var page : pages.entrySet()) {
            draw(pen, place++, page.getKey(), page.getValue());
        }
        pen.dispose();
        return sheet;
    }

    private static void draw(Graphics2D pen, int place, String name, BufferedImage picture) {
        var x = GAP + place % COLUMNS * (WIDE + GAP);
        var y = GAP + place / COLUMNS * (HIGH + CAPTION + GAP);
        pen.setColor(Color.WHITE);
        pen.drawString(name, x, y + CAPTION - 5);
        pen.drawImage(picture, x, y + CAPTION, null);
    }
}
