package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportFilesTests {
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
