package org.rumbo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1"})
    void aTextIsNeverAFormula(String text) {
        assertThat(CsvLine.field(text)).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatWouldBreakALine() {
        assertThat(CsvLine.field("plain")).isEqualTo("plain");
        assertThat(CsvLine.field("")).isEmpty();
        assertThat(CsvLine.field("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvLine.field("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(CsvLine.field("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(CsvLine.field("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(CsvLine.field("\tx")).isEqualTo("\"'\tx\"");
    }

    @Test
    void fieldsMakeALine() {
        assertThat(CsvLine.of(List.of("a", "", "b,c"))).isEqualTo("a,,\"b,c\"\r\n");
    }
}
