package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class JsonTest {

    @Test
    void writesNumbersBooleansAndTexts() {
        assertThat(new Json().put("a", 1.5).put("b", 3).put("c", true).put("d", "x"))
                .hasToString("{\"a\":1.5,\"b\":3,\"c\":true,\"d\":\"x\"}");
    }

    @Test
    void isAnEmptyObjectAtFirst() {
        assertThat(new Json()).hasToString("{}");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(new Json().put("a", null).put("b", Double.NaN).put("c", Double.POSITIVE_INFINITY).put("d", 0.0))
                .hasToString("{\"d\":0}");
    }

    @Test
    void escapesWhatJsonAndTerminalsDoNotTake() {
        assertThat(new Json().put("t", Samples.HOSTILE + "\\\t\u0000"))
                .hasToString("{\"t\":\"a\\r\\nb\\u001b[2J\\\"c\\\",苹果\\u202e\\\\\\t\\u0000\"}");
    }

    @Test
    void escapesHalfCharactersAndKeepsWholeOnes() {
        assertThat(new Json().put("t", "\ud83d\ude00\ud83d")).hasToString("{\"t\":\"\ud83d\ude00\\ud83d\"}");
        assertThat(new Json().put("t", "\ude00x")).hasToString("{\"t\":\"\\ude00x\"}");
    }
}
