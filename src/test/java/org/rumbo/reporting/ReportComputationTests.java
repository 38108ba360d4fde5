package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.DomainException;
import org.rumbo.team.CountryCode;

class ReportComputationTests {
    private static final String A = "SPN-2019-XA-a";
    private static final String B = "SPN-2019-XB-a";

    private final ReportLedger ledger =
            new ReportLedger().create("2026-01-10", A, "PAPER").create("2026-01-10", B, "PAPER");

    @Test
    void everyTeamIsARowAlsoWithZero() {
        var report = ledger.report("2026-02-01", null, false);

        assertThat(report.total()).isEqualTo(2);
        assertThat(report.countries())
                .extracting(ImplementationReport.OfCountry::country, ImplementationReport.OfCountry::total)
                .containsExactly(tuple("XA", 1L), tuple("XB", 1L), tuple("XC", 0L));
        assertThat(report.countries().get(2).byState()).hasSize(6).containsEntry("PROPOSED", 0L);
    }

    @Test
    void aDayBeforeTheFirstEventHasNothing() {
        var report = ledger.report("2026-01-09", null, true);

        assertThat(report.total()).isZero();
        assertThat(report.countries()).hasSize(3);
        assertThat(report.items()).isEmpty();
    }

    /** 23:59 in Lima is 04:59 of the next day in UTC, and belongs to the day before. */
    @Test
    void daysEndInTheNetworksZone() {
        ledger.confirm("2026-03-02T04:59:59.999Z", A, "UNDER_REVIEW", "FORWARD");
        ledger.confirm("2026-03-02T05:00:00Z", B, "UNDER_REVIEW", "FORWARD");

        assertThat(ledger.report("2026-03-01", null, false).byState()).containsEntry("UNDER_REVIEW", 1L);
        assertThat(ledger.report("2026-03-02", null, false).byState()).containsEntry("UNDER_REVIEW", 2L);
        assertThat(ledger.report("2026-03-02", "2026-03-02", false).changes()).hasSize(1);
    }

    @Test
    void tellsStepsOfThePeriodWithTheirDirection() {
        ledger.confirm("2026-02-01", A, "UNDER_REVIEW", "FORWARD")
                .confirm("2026-03-01", A, "ADOPTED", "FORWARD")
                .confirm("2026-03-02", A, "UNDER_REVIEW", "REGRESSION")
                .confirm("2026-03-03", B, "CLOSED", "CLOSING")
                .reopen("2026-03-04", B, "PROPOSED", "new facts");

        var report = ledger.report("2026-03-31", "2026-03-01", false);

        assertThat(report.changes())
                .extracting(ImplementationReport.Change::direction, ImplementationReport.Change::to)
                .containsExactly(
                        tuple("FORWARD", "ADOPTED"),
                        tuple("BACK", "UNDER_REVIEW"),
                        tuple("CLOSED", "CLOSED"),
                        tuple("REOPENED", "PROPOSED"));
        assertThat(report.before()).isNotNull().satisfies(before -> {
            assertThat(before.asOf()).isEqualTo(LocalDate.parse("2026-02-28"));
            assertThat(before.byState()).containsEntry("UNDER_REVIEW", 1L).containsEntry("PROPOSED", 1L);
        });
    }

    @Test
    void namesAReopeningInEveryLaterReport() {
        ledger.confirm("2026-02-01", A, "CLOSED", "CLOSING").reopen("2026-02-02", A, "PROPOSED", "why");

        var later = ledger.report("2026-12-31", "2026-12-01", true);

        assertThat(later.changes()).isEmpty();
        assertThat(later.reopenings())
                .extracting(ImplementationReport.Change::reason)
                .containsExactly("why");
        assertThat(ledger.report("2026-12-31", null, false).reopenings())
                .extracting(ImplementationReport.Change::reason)
                .containsOnlyNulls();
    }

    @Test
    void countsReachedAndHowManyMoreThanBefore() {
        ledger.confirm("2026-02-01", A, "UNDER_REVIEW", "FORWARD").confirm("2026-03-01", A, "IMPLEMENTED", "FORWARD");

        var report = ledger.report("2026-03-31", "2026-03-01", false);

        assertThat(report.reached()).isEqualTo(1);
        assertThat(report.before())
                .extracting(ImplementationReport.Before::reached)
                .isEqualTo(0L);
        assertThat(report.countries().get(0).reachedBefore()).isZero();
    }

    @Test
    void isLateFromTheDayAfterItsTargetDateWhileItIsOpen() {
        ledger.edit("2026-01-11", A, "targetDate", "2026-03-10")
                .confirm("2026-01-12", A, "UNDER_REVIEW", "FORWARD")
                .confirm("2026-04-01", A, "IMPLEMENTED", "FORWARD");

        assertThat(ledger.report("2026-03-10", null, false).late()).isEmpty();
        assertThat(ledger.report("2026-03-12", null, false).late())
                .extracting(ImplementationReport.Late::code, ImplementationReport.Late::days)
                .containsExactly(tuple(A, 2L));
        assertThat(ledger.report("2026-04-01", null, false).late()).isEmpty();
    }

    /** Asked today or in ten years, the report of a day says what was unverified on that day. */
    @Test
    void whatWasConfirmedLongBeforeItsDayIsUnverified() {
        ledger.confirm("2025-01-10", A, "UNDER_REVIEW", "FORWARD")
                .confirm("2025-02-01", B, "UNDER_REVIEW", "FORWARD")
                .confirm("2025-03-01", B, "ADOPTED", "FORWARD");

        var lastDay = ledger.report("2026-03-01", null, false);
        var nextDay = ledger.report("2026-03-02", null, false);

        assertThat(lastDay.unverified()).isZero();
        assertThat(lastDay.parameters().verifyAfter()).isEqualTo("P12M");
        assertThat(nextDay.unverified()).isEqualTo(1);
        assertThat(nextDay.countries())
                .extracting(ImplementationReport.OfCountry::country, ImplementationReport.OfCountry::unverified)
                .containsExactly(tuple("XA", 0L), tuple("XB", 1L), tuple("XC", 0L));
        assertThat(nextDay.items())
                .extracting(ImplementationReport.Item::code, ImplementationReport.Item::unverifiedSince)
                .containsExactly(tuple(A, null), tuple(B, LocalDate.parse("2025-03-01")));

        ledger.confirm("2026-03-03", B, "IMPLEMENTED", "FORWARD");
        assertThat(ledger.report("2026-03-03", null, false).unverified()).isZero();
        assertThat(ledger.report("2026-03-02", null, false)).isEqualTo(nextDay);
    }

    /** What was published before reports told it is read, and written again, as it is. */
    @Test
    void aReportOfTheFirstFormatStaysAsItIs() {
        var files = new ReportFiles();
        var written = new String(
                files.json(ledger.report("2026-03-02", null, false)).content(),
                java.nio.charset.StandardCharsets.UTF_8);
        var first = written.replace("\"format\" : 2", "\"format\" : 1")
                .replaceAll(" +\"unverified\" : \\d+,\n", "")
                .replaceAll(",\n +\"verifyAfter\" : \"P12M\"", "");
        assertThat(first).isNotEqualTo(written).doesNotContain("verif");

        var again = files.json(files.read(first.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(new String(again.content(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(first);
    }

    @Test
    void readersOfReleasedFactsLearnNothingThatNobodyConfirmed() {
        ledger.edit("2026-02-01", A, "targetDate", "2026-02-02")
                .edit("2026-02-01", A, "validated", "REVERSED")
                .edit("2026-02-01", A, "claim", "UNDER_REVIEW")
                .evidence("2026-02-01", A, "e1", "NETWORK")
                .release("2026-02-03", A, "e1", "PUBLIC");

        var released = ledger.report("2026-03-01", null, false);
        var full = ledger.report("2026-03-01", null, true);

        assertThat(released.items().get(0).targetDate()).isNull();
        assertThat(released.items().get(0).level().validated()).isEqualTo("UNKNOWN");
        assertThat(released.items().get(0).claim()).isNull();
        assertThat(released.late()).isEmpty();
        assertThat(full.items().get(0).level().validated()).isEqualTo("REVERSED");
        assertThat(full.items().get(0).claim()).isEqualTo("UNDER_REVIEW");
        assertThat(full.late()).hasSize(1);
    }

    @Test
    void aTeamsProposalIsReleasedOnlyOnceItIsUnderReview() {
        var proposal = "SPN-2026-XC-01";
        ledger.create("2026-02-01", proposal, "TEAM");

        assertThat(ledger.report("2026-02-28", null, false).total()).isEqualTo(2);
        assertThat(ledger.report("2026-02-28", null, true).ofTeams()).isEqualTo(1);

        ledger.confirm("2026-03-01", proposal, "UNDER_REVIEW", "FORWARD");

        var report = ledger.report("2026-03-01", null, false);
        assertThat(report.total()).isEqualTo(3);
        assertThat(report.ofTeams()).isEqualTo(1);
        assertThat(report.items().get(2).origin()).isEqualTo("TEAM");
    }

    @Test
    void showsEvidenceAsFarAsItWasReleasedOnThatDay() {
        ledger.evidence("2026-02-01", A, "e1", "NETWORK")
                .evidence("2026-02-01", A, "e2", "TEAM")
                .confirm(
                        "2026-02-02",
                        A,
                        "ADOPTED",
                        "FORWARD",
                        List.of(ReportLedger.document("e1", "NETWORK"), ReportLedger.document("e2", "TEAM")))
                .release("2026-03-01", A, "e1", "PUBLIC");

        var before = ledger.report("2026-02-28", null, false);
        var after = ledger.report("2026-03-01", null, false);

        assertThat(before.claims().get(0).evidence()).isEmpty();
        assertThat(before.certainty().withEvidence()).isZero();
        assertThat(after.claims().get(0).evidence())
                .extracting(ImplementationReport.Document::title, ImplementationReport.Document::visibility)
                .containsExactly(tuple("title of e1", "PUBLIC"));
        assertThat(after.certainty().withEvidence()).isEqualTo(1);
        assertThat(ledger.report("2026-02-28", null, true).claims().get(0).evidence())
                .hasSize(2);
    }

    @Test
    void confirmingAClaimReleasesWhatItCites() {
        ledger.evidence("2026-02-01", A, "e1", "NETWORK")
                .confirm("2026-02-02", A, "ADOPTED", "FORWARD", List.of(ReportLedger.document("e1", "FUNDER")));

        assertThat(ledger.report("2026-02-02", null, false).claims().get(0).evidence())
                .extracting(ImplementationReport.Document::url)
                .containsExactly("https://example.org/e1");
    }

    @Test
    void aReaderOfOneCountryGetsNoOther() {
        var own = new ReportScope(ReportLedger.COUNTRIES.subList(0, 1), Set.of(new CountryCode("XA")), true);
        ledger.confirm("2026-02-02", B, "UNDER_REVIEW", "FORWARD");

        var report = ledger.report("2026-03-01", null, own);

        assertThat(report.items())
                .extracting(ImplementationReport.Item::country)
                .containsExactly("XA");
        assertThat(report.changes()).isEmpty();
        assertThat(report.claims()).isEmpty();
        assertThat(report.parameters().view()).isEqualTo("FULL");
    }

    @Test
    void erasedTextsAreSaidToBeErased() {
        ledger.erase(A + " es");

        var report = ledger.report("2026-03-01", null, false);

        assertThat(report.items().get(0).title()).isEqualTo("[erased]");
        assertThat(report.items().get(0).titles()).containsEntry("en", A + " en");
    }

    @Test
    void equalParametersGiveEqualBytesAndSurviveReading() {
        ledger.confirm("2026-02-01", A, "UNDER_REVIEW", "FORWARD");
        var files = new ReportFiles();

        var first = files.json(ledger.report("2026-03-01", "2026-01-01", false));
        var second = files.json(ledger.report("2026-03-01", "2026-01-01", false));

        assertThat(first.content()).isEqualTo(second.content());
        assertThat(first.sha256()).isEqualTo(second.sha256()).hasSize(64);
        assertThat(files.json(files.read(first.content())).content()).isEqualTo(first.content());
    }

    @Test
    void aDayIsProvisionalUntilAnHourAfterItsEnd() {
        var day = LocalDate.parse("2026-03-01");

        assertThat(Period.of(day, null, Instant.parse("2026-03-02T05:59:59.999Z"), ReportLedger.ZONE)
                        .provisional())
                .isTrue();
        assertThat(Period.of(day, null, Instant.parse("2026-03-02T06:00:00Z"), ReportLedger.ZONE)
                        .provisional())
                .isFalse();
    }

    @Test
    void refusesDaysThatAreNotOverOrOutOfOrder() {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var today = LocalDate.parse("2026-03-01");

        assertThatThrownBy(() -> Period.of(today.plusDays(1), null, now, ReportLedger.ZONE))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("asOf");
        assertThatThrownBy(() -> Period.of(today, today.plusDays(1), now, ReportLedger.ZONE))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("from");
        assertThatThrownBy(() -> Period.of(LocalDate.MIN, null, now, ReportLedger.ZONE))
                .isInstanceOf(DomainException.class);
    }
}
