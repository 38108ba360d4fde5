package org.rumbo.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.ItemLink;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.LevelView;
import org.rumbo.recommendation.LinkType;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.team.CountryCode;
import org.rumbo.team.TileMap;

class RegionTests {
    private static final List<String> COUNTRIES = List.of("XA", "XB", "XC");
    private static final RecommendationRow A = row("T-2026-XA-a", "XA", State.ADOPTED, "drugs", "rights");
    private static final RecommendationRow B = row("T-2026-XB-a", "XB", State.PROPOSED, "drugs");
    private static final RecommendationRow A_TOO = row("T-2026-XA-b", "XA", State.EVALUATED, "drugs");

    @Test
    void countsByThemeCountryAndState() {
        var region = Region.of(List.of(A, B, A_TOO), List.of(), COUNTRIES, "en");
        assertThat(region.shared()).isEqualTo(1);
        assertThat(region.themes()).extracting(Region.ThemeLine::theme).containsExactly("drugs", "rights");
        var drugs = region.themes().get(0);
        assertThat(drugs.cells().get(0).counts())
                .containsExactly(new Region.Count("ADOPTED", 1), new Region.Count("EVALUATED", 1));
        assertThat(drugs.cells().get(2).total()).isZero();
    }

    @Test
    void helpBetweenCountriesAndTensionsAnywhereAreTold() {
        var links = List.of(
                new ItemLink(A.code(), LinkType.SUPPORTS, B.code()),
                new ItemLink(A.code(), LinkType.DEPENDS_ON, A_TOO.code()),
                new ItemLink(A_TOO.code(), LinkType.CONFLICTS_WITH, A.code()));
        var region = Region.of(List.of(A, B, A_TOO), links, COUNTRIES, "en");
        assertThat(region.convergences()).singleElement().satisfies(pair -> {
            assertThat(pair.to().code()).isEqualTo(B.code());
            assertThat(pair.themes()).containsExactly("drugs");
        });
        assertThat(region.tensions()).hasSize(1);
        var first = region.linked().get(0);
        assertThat(first.item().code()).isEqualTo(A.code());
        assertThat(first.cells())
                .containsExactly(
                        new Region.Ties("XA", true, 0, 1),
                        new Region.Ties("XB", false, 1, 0),
                        new Region.Ties("XC", false, 0, 0));
    }

    @Test
    void aPassageGivenToTwoCountriesIsOneLine() {
        var further = row("T-2026-XA-a.XB", "XB", State.IMPLEMENTED);
        var matrix = NetworkMatrix.of(
                List.of(A, further).stream()
                        .map(row -> NetworkMatrix.Item.of(row, "en"))
                        .toList(),
                COUNTRIES);
        assertThat(matrix.lines()).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo(A.code());
            assertThat(line.cells().get(1)).hasSize(1);
        });
        assertThat(matrix.columns().get(1)).isEqualTo(new NetworkMatrix.Column("XB", 1, 1));
    }

    @Test
    void tilesOfUnknownCountriesStandInTheirOrder() {
        var map = new TileMap(List.of("- CO", "EC PE"));
        assertThat(map.of(codes("EC", "CO")))
                .containsExactly(
                        new TileMap.Tile(new CountryCode("CO"), 1, 0), new TileMap.Tile(new CountryCode("EC"), 0, 1));
        assertThat(map.of(codes("XA", "XB", "XC", "XD")))
                .last()
                .isEqualTo(new TileMap.Tile(new CountryCode("XD"), 0, 1));
    }

    @Test
    void aDrawingIsNeverMadeOfWhatANameSays() {
        var places = new TileMap(List.of()).of(codes("XA"));
        var drawing = RegionMap.svg("<b>", places, List.of(new RegionMap.Tile("XA", "<i>Au</i>", "1 of 4", 1, 4)));
        assertThat(drawing).contains("&lt;i&gt;Au").doesNotContain("<i>", "<b>");
        assertThat(RegionMap.shade(new RegionMap.Tile("XA", "A", "", 1, 4))).isEqualTo(1);
        assertThat(RegionMap.shade(new RegionMap.Tile("XA", "A", "", 4, 4))).isEqualTo(4);
        assertThat(RegionMap.shade(new RegionMap.Tile("XA", "A", "", 0, 0))).isZero();
    }

    private static List<CountryCode> codes(String... countries) {
        return List.of(countries).stream().map(CountryCode::new).toList();
    }

    private static RecommendationRow row(String code, String country, State state, String... themes) {
        return new RecommendationRow(
                code,
                country,
                Origin.PAPER,
                code,
                "en",
                Map.of("en", code),
                state,
                Instant.EPOCH,
                null,
                Position.NONE_KNOWN,
                new LevelView(Level.UNKNOWN, Level.UNKNOWN),
                null,
                null,
                List.of(themes),
                null,
                false,
                NextStep.NONE,
                0,
                0,
                false,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                null);
    }
}
