package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.ui.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnStateTest {

    private final DeskTable<?> table = new DeskTable<>(TableKinds.ACCOUNTS, Texts.of(Locale.ENGLISH), null);

    @Test
    void whatIsWrittenReadsBackTheSame() {
        String text = "balance:90,!account:130,frozen:70;-balance";

        assertThat(ColumnState.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "balance", "balance;", "balance:x;", ":7;", "balance:0;"})
    void whatIsNoStateIsNone(String text) {
        assertThat(ColumnState.parse(text)).isEmpty();
    }

    @Test
    void aTableTakesItsColumnsFromAState() {
        String text = "balance:90,frozen:70,available:80,gateway:60,!account:130;-frozen";

        table.columns().restore(ColumnState.parse(text).orElseThrow());

        assertThat(table.columns().state()).hasToString(text);
        assertThat(table.table().getColumnCount()).isEqualTo(4);
    }

    @Test
    void columnsThatAStateDoesNotKnowComeLast() {
        table.columns().restore(ColumnState.parse("gateway:60,gone:10;+gone").orElseThrow());

        assertThat(table.columns().state()).hasToString(
                "gateway:60,account:130,balance:120,frozen:110,available:120;");
    }

    @Test
    void aHiddenColumnComesBackToItsPlaceAndTheLastOneStays() {
        table.columns().show(1, false);
        table.columns().show(1, true);
        assertThat(table.columns().state()).isEqualTo(ColumnState.usual(TableKinds.ACCOUNTS));

        for (int column = 0; column < 5; column++) table.columns().show(column, false);
        assertThat(table.table().getColumnCount()).isEqualTo(1);
    }
}
