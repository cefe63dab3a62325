package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlainTextTest {

    @Test
    void leavesPlainTextAsItIs() {
        String text = "rb2610 涨停 | 3,050.0 \\ ok";

        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @Test
    void writesOutLineBreaksAndTabs() {
        assertThat(PlainText.of("a\r\nb\tc")).isEqualTo("a\\r\\nb\\tc");
    }

    @Test
    void writesOutTerminalSequences() {
        assertThat(PlainText.of("\u001b[2Jgone\u0000\u007f\u009b")).isEqualTo("\\u001b[2Jgone\\u0000\\u007f\\u009b");
    }

    @Test
    void writesOutSeparatorsAndDirectionMarks() {
        assertThat(PlainText.of("a\u2028b\u2029c\u202ed\u2066e\ufeff"))
                .isEqualTo("a\\u2028b\\u2029c\\u202ed\\u2066e\\ufeff");
    }

    @Test
    void keepsLineBreaksWhereTheyWillBeQuoted() {
        assertThat(PlainText.lines("a\r\nb\tc\u001b\u2028")).isEqualTo("a\r\nb\tc\\u001b\\u2028");
    }

    @Test
    void cutsLongTexts() {
        assertThat(PlainText.brief("abcdef", 3)).isEqualTo("abc...");
        assertThat(PlainText.brief("abc", 3)).isEqualTo("abc");
    }
}
