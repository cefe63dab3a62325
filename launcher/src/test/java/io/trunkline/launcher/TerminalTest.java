package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static boolean isForeground(int group, int ofTerminal) {
        return Terminal.isForeground("7 (a) b (c) S 1 " + group + " 3 34816 " + ofTerminal + " 4194304 1 2");
    }

    @Test
    void isInTheForegroundIfTheTerminalHasItsGroup() {
        assertThat(isForeground(7, 7)).isTrue();
        assertThat(isForeground(7, 8)).isFalse();
    }

    @Test
    void isInTheForegroundIfNoShellSaysOtherwise() {
        assertThat(isForeground(7, -1)).as("no terminal").isTrue();
        assertThat(isForeground(7, 0)).as("one outside this container").isTrue();
    }

    @Test
    void isAsWideAsTheVariableSays() {
        assertThat(Terminal.columns(Map.of("COLUMNS", "132"))).hasValue(132);
        assertThat(Terminal.columns(Map.of("COLUMNS", "wide"))).isEmpty();
        assertThat(Terminal.columns(Map.of("COLUMNS", "0"))).isEmpty();
    }

    @Test
    void anAnswerIsKeptForAWhile() {
        Iterator<Boolean> answers = List.of(true, false).iterator();
        Recent kept = new Recent(answers::next, Duration.ofDays(1));
        assertThat(kept.getAsBoolean()).isTrue();
        assertThat(kept.getAsBoolean()).isTrue();

        Iterator<Boolean> others = List.of(true, false).iterator();
        Recent old = new Recent(others::next, Duration.ofNanos(-1));
        assertThat(old.getAsBoolean()).isTrue();
        assertThat(old.getAsBoolean()).isFalse();
    }
}
