package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PlainTest {

    @Test
    void leavesHarmlessTextsAlone() {
        assertThat(Plain.line("Äpfel 苹果 \"x\"")).isEqualTo("Äpfel 苹果 \"x\"");
    }

    @Test
    void spellsOutWhatCouldForgeALineOrMoveTheCursor() {
        assertThat(Plain.line(Samples.HOSTILE)).isEqualTo("a\\r\\nb\\u001b[2J\"c\",苹果\\u202e");
        assertThat(Plain.line("\t\u0085\u2028\u007f")).isEqualTo("\\t\\u0085\\u2028\\u007f");
    }

    @Test
    void keepsLineBreaksWhereTheyWillBeQuoted() {
        assertThat(Plain.lines("a\r\nb\tc\u001b")).isEqualTo("a\r\nb\tc\\u001b");
    }
}
