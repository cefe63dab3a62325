package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConflatingQueueTest {

    @Test
    void keepsTheNewestValueOfEachKeyInOrderOfTheirFirst() {
        ConflatingQueue<String, Integer> queue = new ConflatingQueue<>();
        queue.put("a", 1);
        queue.put("b", 2);
        queue.put("a", 3);

        assertThat(queue.drain().newest()).containsExactly(3, 2);
        assertThat(queue.drain().isEmpty()).isTrue();
    }

    @Test
    void aFloodOfTicksLeavesNoMoreThanOnePerKey() {
        ConflatingQueue<Integer, Integer> queue = new ConflatingQueue<>();
        for (int tick = 0; tick < 1_000_000; tick++) queue.put(tick % 100, tick);

        assertThat(queue.size()).isEqualTo(100);
        assertThat(queue.drain().newest()).contains(999_999).hasSize(100);
    }

    @Test
    void forgetsTheOldestBeyondItsLimit() {
        ConflatingQueue<Integer, Integer> queue = new ConflatingQueue<>(2);
        for (int line = 1; line <= 5; line++) queue.put(line, line);

        assertThat(queue.drain().newest()).containsExactly(4, 5);
    }

    @Test
    void aRemovedKeyIsNoMoreAmongTheNewestUntilItComesAgain() {
        ConflatingQueue<String, Integer> queue = new ConflatingQueue<>();
        queue.put("a", 1);
        queue.put("b", 2);
        queue.remove("a");
        queue.remove("b");
        queue.put("b", 3);

        Changes<String, Integer> changes = queue.drain();

        assertThat(changes.removed()).containsExactly("a");
        assertThat(changes.newest()).containsExactly(3);
    }
}
