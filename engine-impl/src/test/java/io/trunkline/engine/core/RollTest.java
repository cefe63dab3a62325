package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RollTest {

    private final Roll<Integer> roll = new Roll<>();

    private void add(int count) {
        IntStream.range(0, count).forEach(roll::add);
    }

    @Test
    void keepsTheOrderOfArrival() {
        add(1_000);

        assertThat(roll.copy()).containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void closesTheGapsOfWhatIsRemoved() {
        add(100);

        roll.removeIf(number -> number % 2 == 0);
        roll.add(100);

        assertThat(roll.copy()).hasSize(51).startsWith(1, 3).endsWith(99, 100);
    }

    @Test
    void givesCopiesThatDoNotChange() {
        add(1);
        List<Integer> copy = roll.copy();

        roll.add(1);

        assertThat(copy).hasSize(1);
    }

    @Test
    void isReadWhileItIsWritten() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<List<Integer>> bad = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                List<Integer> copy = roll.copy();
                if (!copy.equals(new ArrayList<>(copy).stream().sorted().toList())) bad.set(copy);
            }
        });
        reader.start();
        for (int i = 0; i < 20_000; i++) {
            roll.add(i);
            int number = i;
            if (i % 100 == 99) roll.removeIf(other -> other > number - 50 && other % 2 == 0);
        }
        done.set(true);
        reader.join();

        assertThat(bad.get()).isNull();
    }
}
