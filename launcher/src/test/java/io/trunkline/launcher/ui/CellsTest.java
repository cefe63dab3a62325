package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void valuesAreWrittenAsPeopleReadThem() {
        assertThat(Stream.of(1.0, 0.5, 1e20, Double.NaN, 7, "x").map(Cells::text))
                .containsExactly("1", "0.5", "1.0E20", "", "7", "x");
        assertThat(Cells.text(null)).isEmpty();
    }

    @Test
    void numbersComeBeforeTextsAndInTheirOwnOrder() {
        assertThat(Stream.of("b", 10, 9.5, "a", 100L).sorted(Cells.ORDER)).containsExactly(9.5, 10, 100L, "a", "b");
    }
}
