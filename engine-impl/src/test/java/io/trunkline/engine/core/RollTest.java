package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.PagedList;
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
        roll.set(0, 2);

        assertThat(copy).containsExactly(0);
        assertThat(roll.copy()).containsExactly(2, 1);
    }

    @Test
    void copiesDifferFromOneAnotherOnlyWhereSomethingChanged() {
        add(10 * PagedList.PAGE);
        List<Integer> before = roll.copy();

        roll.set(3 * PagedList.PAGE + 1, -1);
        roll.add(-2);

        List<Integer> after = roll.copy();
        assertThat(PagedList.mismatch(before, after, 0)).isEqualTo(3 * PagedList.PAGE + 1);
        assertThat(PagedList.mismatch(before, after, 3 * PagedList.PAGE + 2)).isEqualTo(10 * PagedList.PAGE);
        assertThat(before).hasSize(10 * PagedList.PAGE).doesNotContain(-1, -2);
    }

    @Test
    void aCopyDoesNotChangeWhileElementsAreReplaced() throws InterruptedException {
        add(3 * PagedList.PAGE);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Object> bad = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                List<Integer> copy = roll.copy();
                int sum = copy.stream().mapToInt(Integer::intValue).sum();
                int again = copy.stream().mapToInt(Integer::intValue).sum();
                if (sum != again) bad.set(copy);
            }
        });
        reader.setUncaughtExceptionHandler((thread, fault) -> bad.set(fault));
        reader.start();
        for (int i = 0; i < 200_000; i++) roll.set(i % (3 * PagedList.PAGE), i);
        done.set(true);
        reader.join();

        assertThat(bad.get()).isNull();
        assertThat(roll.copy()).contains(199_999);
    }

    @Test
    void isReadWhileItIsWritten() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Object> bad = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                List<Integer> copy = roll.copy();
                if (!copy.equals(new ArrayList<>(copy).stream().sorted().toList())) bad.set(copy);
            }
        });
        reader.setUncaughtExceptionHandler((thread, fault) -> bad.set(fault));
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
