package org.rumbo.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.LevelView;
import org.rumbo.recommendation.NextStep;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Network;
import org.rumbo.team.Role;

/** Where bars and diamonds stand, and where cards can be moved. */
class TimelineTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Instant NOON = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final Network NETWORK = new Network(
            "X",
            "Example",
            ZoneId.of("UTC"),
            Language.EN,
            "x@example.org",
            "CC BY 4.0",
            List.of(new CountryCode("PE")),
            List.of("drugs"),
            Duration.ofDays(210),
            Period.ofMonths(12),
            new Network.Decision(Duration.ofDays(11), Duration.ofDays(14)));
    private final NetworkDays days = new NetworkDays(Clock.fixed(NOON, ZoneOffset.UTC), NETWORK);

    @Test
    void aBarRunsFromTheStopToTheTargetDate() {
        var bar = bar(State.ADOPTED, LocalDate.of(2026, 3, 15), LocalDate.of(2026, 9, 30));

        assertThat(bar.x()).isEqualTo(percent(73));
        assertThat(bar.width()).isEqualTo(percent(199));
        assertThat(bar.due()).isEqualTo(percent(272));
        assertThat(bar.lateX()).isNull();
    }

    @Test
    void whatIsLateIsDrawnApart() {
        var bar = bar(State.UNDER_REVIEW, LocalDate.of(2026, 3, 15), LocalDate.of(2026, 6, 1));

        assertThat(bar.width()).isEqualTo(percent(78));
        assertThat(bar.lateX()).isEqualTo(bar.due()).isEqualTo(percent(151));
        assertThat(bar.lateWidth()).isEqualTo(percent(31));
    }

    @Test
    void whatIsDoneOrHasNoDateEndsToday() {
        assertThat(bar(State.IMPLEMENTED, TODAY.minusDays(10), TODAY.plusDays(90))
                        .width())
                .isEqualTo(percent(10));
        assertThat(bar(State.PROPOSED, TODAY.minusDays(10), null).width()).isEqualTo(percent(10));
    }

    @Test
    void whatLiesOutsideTheYearIsCutAndSaid() {
        var bar = bar(State.ADOPTED, LocalDate.of(2024, 5, 1), LocalDate.of(2027, 5, 1));

        assertThat(bar.x()).isEqualTo("0.00%");
        assertThat(bar.width()).isEqualTo("100.00%");
        assertThat(bar.due()).isNull();
        assertThat(bar.dueLater()).isTrue();
        var before = Timeline.of(YearMonth.of(2020, 1), List.of(line(State.ADOPTED, TODAY, null)), days);
        assertThat(before.today()).isNull();
        assertThat(before.bars().get(0).x()).isNull();
    }

    @Test
    void aYearBeginsThreeMonthsBeforeToday() {
        assertThat(Timeline.usualStart(TODAY)).isEqualTo(YearMonth.of(2026, 4));
        var year = Timeline.of(JANUARY, List.of(), days);
        assertThat(year.months()).hasSize(12);
        assertThat(year.to()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(year.today()).isEqualTo(percent(182));
    }

    @Test
    void cardsLeadOnlyWherePolicyAndLifeCycleAllow() {
        var board = new BoardPage(new AccessPolicy());
        var peru = new CountryCode("PE");
        var coordinator = new Actor(
                UUID.randomUUID(), "ana", "Ana", Map.of(peru, java.util.Set.of(Role.COORDINATOR)), java.util.Set.of());
        var director = new Actor(UUID.randomUUID(), "dora", "Dora", Map.of(), java.util.Set.of(Role.DIRECTOR));

        assertThat(board.steps(row(State.UNDER_REVIEW, TODAY, null, NextStep.CLAIM_ADOPTION), coordinator))
                .extracting(BoardPage.Step::target)
                .containsExactly(State.ADOPTED, State.IMPLEMENTED, State.CLOSED);
        assertThat(board.steps(row(State.UNDER_REVIEW, TODAY, null, NextStep.CLAIM_ADOPTION), director))
                .isEmpty();
        assertThat(board.steps(row(State.UNDER_REVIEW, TODAY, null, NextStep.DECIDE_CLAIM), coordinator))
                .isEmpty();
        assertThat(board.steps(row(State.UNDER_REVIEW, TODAY, null, NextStep.DECIDE_CLAIM), director))
                .extracting(BoardPage.Step::href)
                .containsExactly("/recommendations/X-2026-PE-01/decision");
        assertThat(board.steps(row(State.IMPLEMENTED, TODAY, null, NextStep.EVALUATE), coordinator))
                .isEmpty();
        assertThat(board.steps(row(State.CLOSED, TODAY, null, NextStep.NONE), director))
                .extracting(BoardPage.Step::href)
                .containsExactly("/recommendations/X-2026-PE-01/reopen");
    }

    private Timeline.Bar bar(State state, LocalDate since, @Nullable LocalDate due) {
        return Timeline.of(JANUARY, List.of(line(state, since, due)), days)
                .bars()
                .get(0);
    }

    private ListLine line(State state, LocalDate since, @Nullable LocalDate due) {
        var row = row(state, since, due, NextStep.NONE);
        return new ListLine(row, "Title", null, row.overdue() ? days.late(due) : 0, false, since, null);
    }

    private static RecommendationRow row(State state, LocalDate since, @Nullable LocalDate due, NextStep step) {
        var at = since.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var open = !state.isReached() && state != State.CLOSED;
        return new RecommendationRow(
                "X-2026-PE-01",
                "PE",
                Origin.TEAM,
                "Title",
                "en",
                Map.of("en", "Title"),
                state,
                at,
                null,
                Position.NONE_KNOWN,
                new LevelView(Level.UNKNOWN, Level.UNKNOWN),
                null,
                null,
                List.of(),
                due,
                false,
                step,
                0,
                0,
                open && due != null && due.isBefore(TODAY),
                false,
                null,
                at,
                at,
                true,
                null);
    }

    private static String percent(int days) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", days * 100.0 / 365);
    }
}
