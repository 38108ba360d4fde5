package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationFilter;
import org.rumbo.recommendation.RecommendationFilter.Sort;
import org.rumbo.recommendation.State;
import org.springframework.util.LinkedMultiValueMap;

class ListAddressTests {
    private static final UUID OWNER = UUID.randomUUID();

    @Test
    void theWholeViewIsInTheAddress() {
        var address =
                read("country=PE&country=BO&state=ADOPTED&theme=drugs&due=week&mine=true&addressee=Ministerio%20de"
                        + "&q=salud&step=DELIVER&position=ACCEPTED&level=PARTIAL&origin=TEAM&owner=" + OWNER
                        + "&priority=true&stale=true&sort=-news&as=timeline&col=owner&col=news&from=2026-03");
        var filter = address.filter();

        assertThat(address.unknown()).isEmpty();
        assertThat(filter.countries()).hasToString("[PE, BO]");
        assertThat(filter.states()).containsExactly(State.ADOPTED);
        assertThat(filter.addressee()).isEqualTo("Ministerio de");
        assertThat(filter.mine()).isTrue();
        assertThat(filter.stale()).isTrue();
        assertThat(filter.overdue()).isFalse();
        assertThat(filter.sort()).isEqualTo(Sort.LATEST_NEWS);
        assertThat(filter.finer())
                .isEqualTo(new RecommendationFilter.Finer(
                        List.of(Position.ACCEPTED),
                        List.of(Level.PARTIAL),
                        List.of(NextStep.DELIVER),
                        List.of(Origin.TEAM),
                        true,
                        OWNER,
                        RecommendationFilter.Due.WEEK));
        assertThat(address.layout()).isEqualTo(ListLayout.TIMELINE);
        assertThat(read(address.query())).isEqualTo(address);
    }

    @Test
    void asksForWhatNobodyConfirmedAnew() {
        assertThat(read("verified=no").filter().finer().unverified()).isTrue();
        assertThat(read("verified=yes").unknown()).containsExactly("verified=yes");
    }

    @Test
    void whatItDoesNotUnderstandIsLeftOutAndSaid() {
        var address = read(
                "state=ADOPTED&state=LOST&colour=red&sort=shoe-size&owner=me&as=pie&from=1999-01&country=peru&lang=pt");

        assertThat(address.query()).isEqualTo("state=ADOPTED");
        assertThat(address.unknown())
                .containsExactlyInAnyOrder(
                        "state=LOST",
                        "colour=red",
                        "sort=shoe-size",
                        "owner=me",
                        "as=pie",
                        "from=1999-01",
                        "country=peru");
    }

    @Test
    void whatMeansNothingToThisReaderIsLeftOutAsWell() {
        var address = ListAddress.ofQuery("theme=drugs&theme=whales", (name, value) -> !value.equals("whales"));

        assertThat(address.query()).isEqualTo("theme=drugs");
        assertThat(address.unknown()).containsExactly("theme=whales");
    }

    @Test
    void anotherFilterBeginsOnTheFirstPage() {
        var address = read("country=PE&country=BO&after=c29tZXdoZXJl");

        assertThat(address.without("country", "PE").href()).isEqualTo("/recommendations?country=BO");
        assertThat(address.with("due", "overdue").query()).isEqualTo("country=PE&country=BO&due=overdue");
        assertThat(address.with("after", "x").one("after")).isEqualTo("x");
        assertThat(address.without("country").href()).isEqualTo("/recommendations");
    }

    @Test
    void textsComeThroughAddressesUnharmed() {
        for (var text : List.of("ñandú & más=sí", "a+b c", "50 %", "{x} #1", "日本", "'\"<b>")) {
            var typed = new LinkedMultiValueMap<String, String>();
            typed.add("q", text);
            var address = ListAddress.of(typed, (name, value) -> true);
            assertThat(read(address.query()).one("q")).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', CODE",
        "as=board, DUE",
        "as=timeline, DUE",
        "as=board&sort=-code, CODE_BACK",
        "sort=-updated, NEWEST"
    })
    void whatComesNextStandsFirstWhereTimeIsShown(String query, Sort sort) {
        assertThat(read(query).sort()).isEqualTo(sort);
    }

    @Test
    void onlyItsOwnPartsStayWhereOtherFiltersAreSet() {
        assertThat(read("state=ADOPTED&as=board&col=owner")
                        .only(List.of("as", "col"))
                        .parameters())
                .isEqualTo(Map.of("as", List.of("board"), "col", List.of("owner")));
        assertThat(read("as=board&sort=due").isFiltered()).isFalse();
        assertThat(read("priority=true").hasMore()).isTrue();
        assertThat(read("mine=true").hasMore()).isFalse();
    }

    private static ListAddress read(String query) {
        return ListAddress.ofQuery(query, (name, value) -> true);
    }
}
