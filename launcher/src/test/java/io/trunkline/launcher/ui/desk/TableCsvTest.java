package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "-"})
    void whatASpreadsheetWouldExecuteIsText(String cell) {
        assertThat(TableCsv.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-450", "-0.5", "6840", "AP010", "a=b", "", "09:00:00.500"})
    void numbersAndOtherTextsStayAsTheyAre(String cell) {
        assertThat(TableCsv.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertThat(TableCsv.lines(List.of("Symbol", "Note"), List.of(List.of("AP010", "no, \"not\" now"))))
                .containsExactly("Symbol,Note", "AP010,\"no, \"\"not\"\" now\"");
    }
}
