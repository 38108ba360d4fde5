package org.rumbo.team;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where each country's tile stands on the schematic map; {@code network.tiles} in {@code config/network.yml}.
 *
 * @param map the rows from north to south; in each the countries from west to east, a hyphen for a free place
 */
@ConfigurationProperties("network.tiles")
public record TileMap(List<String> map) {
    private static final int ACROSS = 3;
    private static final String FREE = "-";

    public TileMap(@org.jspecify.annotations.Nullable List<String> map) {
        this.map = map == null ? List.of() : List.copyOf(map);
    }

    /** A country's place, counted from the north-western corner. */
    public record Tile(CountryCode country, int column, int row) {}

    /** A place for each of these countries: that of the map where it knows all of them, else in their order. */
    public List<Tile> of(List<CountryCode> countries) {
        var drawn = drawn(Set.copyOf(countries));
        var placed = new HashSet<CountryCode>();
        drawn.forEach(tile -> placed.add(tile.country()));
        return placed.containsAll(countries) ? drawn : inOrder(countries);
    }

    private List<Tile> drawn(Set<CountryCode> wanted) {
        var tiles = new ArrayList<Tile>();
        for (var row = 0; row < map.size(); row++) {
            var places = map.get(row).strip().split("\\s+");
            for (var column = 0; column < places.length; column++) {
                if (!places[column].equals(FREE) && wanted.contains(new CountryCode(places[column]))) {
                    tiles.add(new Tile(new CountryCode(places[column]), column, row));
                }
            }
        }
        return tiles;
    }

    private static List<Tile> inOrder(List<CountryCode> countries) {
        var tiles = new ArrayList<Tile>();
        for (var i = 0; i < countries.size(); i++) {
            tiles.add(new Tile(countries.get(i), i % ACROSS, i / ACROSS));
        }
        return tiles;
    }
}
