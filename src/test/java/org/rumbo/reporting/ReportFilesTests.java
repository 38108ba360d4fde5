package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void aTextIsNeverAFormula(String text) {
        assertThat(ReportFiles.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatWouldBreakALine() {
        assertThat(ReportFiles.cell("plain")).isEqualTo("plain");
        assertThat(ReportFiles.cell("")).isEmpty();
        assertThat(ReportFiles.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(ReportFiles.cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(ReportFiles.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(ReportFiles.cell("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void hasOneRowPerItemBehindTheMarkOfItsEncoding() {
        var ledger = new ReportLedger()
                .create("2026-01-01", "SPN-2019-XA-a", "PAPER")
                .create("2026-01-01", "SPN-2019-XB-a", "PAPER");

        var csv = new ReportFiles().csv(ledger.report("2026-02-01", null, false));

        var text = new String(csv.content(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFasOf,code,country,").endsWith("\r\n");
        assertThat(text.split("\r\n")).hasSize(3);
        assertThat(text).contains("2026-02-01,SPN-2019-XA-a,XA,PAPER,SPN-2019-XA-a es,PROPOSED,2026-01-01,");
    }
}
