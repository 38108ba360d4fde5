package org.rumbo.reporting.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rumbo.team.TileMap;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws the continent as tiles, one per country and all of a size, so that nobody's border is drawn. A tile tells by number
 * and word; its shade only repeats that.
 */
final class RegionMap {
    private static final int TILE = 100;
    private static final int STEP = 108;
    private static final int LONGEST_NAME = 12;
    private static final String INK = "#16202C";
    private static final List<String> SHADES = List.of("#EAF2EE", "#BFDDCD", "#7FB99C", "#3C8C67", "#0B5235");
    /** What can be read on each shade. */
    private static final List<String> INKS = List.of(INK, INK, INK, "#000000", "#FFFFFF");

    private RegionMap() {}

    /** What stands in a tile: {@code figure} is "2 of 4" in the reader's language. */
    record Tile(String country, String name, String figure, long reached, long total) {}

    /** The drawing as a document of its own; everything in it that came from outside is escaped. */
    static String svg(String title, List<TileMap.Tile> places, List<Tile> tiles) {
        var byCountry = tiles.stream().collect(Collectors.toMap(Tile::country, tile -> tile));
        var across = places.stream().mapToInt(TileMap.Tile::column).max().orElse(0) + 1;
        var down = places.stream().mapToInt(TileMap.Tile::row).max().orElse(0) + 1;
        var out = new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tiles\" role=\"img\" aria-label=\"")
                .append(HtmlUtils.htmlEscape(title))
                .append("\" viewBox=\"0 0 %d %d\" width=\"%d\"".formatted(across * STEP, down * STEP, across * STEP))
                .append(" font-family=\"Inter, 'Source Sans 3', system-ui, sans-serif\" text-anchor=\"middle\">");
        places.forEach(place -> draw(place, byCountry, out));
        return out.append("</svg>").toString();
    }

    private static void draw(TileMap.Tile place, Map<String, Tile> tiles, StringBuilder out) {
        var tile = tiles.get(place.country().iso2());
        if (tile == null) {
            return;
        }
        var empty = tile.total() == 0;
        var shade = shade(tile);
        out.append("<g transform=\"translate(%d %d)\" fill=\"%s\">"
                .formatted(place.column() * STEP + 4, place.row() * STEP + 4, empty ? INK : INKS.get(shade)));
        out.append("<rect width=\"%d\" height=\"%d\" rx=\"4\" stroke=\"#6B7685\" fill=\"%s\"%s/>"
                .formatted(
                        TILE, TILE, empty ? "#FFFFFF" : SHADES.get(shade), empty ? " stroke-dasharray=\"4 3\"" : ""));
        text(out, 30, 14, 400, tile.name().length() > LONGEST_NAME ? tile.country() : tile.name());
        text(out, 62, 22, 600, tile.figure());
        if (tile.name().length() <= LONGEST_NAME) {
            text(out, 86, 14, 400, tile.country());
        }
        out.append("</g>");
    }

    /** None, up to a quarter, a half, three quarters, more. */
    static int shade(Tile tile) {
        if (tile.total() == 0 || tile.reached() == 0) {
            return 0;
        }
        return (int) Math.min(SHADES.size() - 1, (4 * tile.reached() + tile.total() - 1) / tile.total());
    }

    private static void text(StringBuilder out, int y, int size, int weight, String words) {
        out.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%d\">%s</text>"
                .formatted(TILE / 2, y, size, weight, HtmlUtils.htmlEscape(words)));
    }
}
