package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DisplayWidthTest {

    @Test
    void countsColumns() {
        assertThat(DisplayWidth.of("abc")).isEqualTo(3);
        assertThat(DisplayWidth.of("苹果")).isEqualTo(4);
        assertThat(DisplayWidth.of("ｆ，")).isEqualTo(4);
        assertThat(DisplayWidth.of("한글")).isEqualTo(4);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("\ud83d\ude00")).isEqualTo(2);
        assertThat(DisplayWidth.of("…")).isEqualTo(1);
    }

    @Test
    void cutsAtWholeCharacters() {
        assertThat(DisplayWidth.cut("苹果苹果", 8)).isEqualTo("苹果苹果");
        assertThat(DisplayWidth.cut("苹果苹果", 6)).isEqualTo("苹果…");
        assertThat(DisplayWidth.cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 4)).isEqualTo("\ud83d\ude00…");
    }
}
