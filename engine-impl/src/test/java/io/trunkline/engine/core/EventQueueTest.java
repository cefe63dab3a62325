package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.core.Fixtures.tick;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventQueueTest {

    private static final int MARK = 4;

    private final EventQueue queue = new EventQueue(MARK);

    private List<Object> takeAll() {
        List<Object> items = new ArrayList<>();
        for (Chunk chunk = queue.take(); chunk != null; chunk = queue.take()) {
            items.addAll(Arrays.asList(chunk.items).subList(0, chunk.count));
            chunk.done.set(chunk.count);
        }
        return items;
    }

    private List<Event> fill(int orders) {
        List<Event> added = new ArrayList<>();
        for (int i = 0; i < orders; i++) added.add(order("SIM." + i, Status.SUBMITTING, 0));
        added.forEach(queue::add);
        return added;
    }

    @Test
    void givesBackWhatWasAddedInOrder() {
        List<Event> added = fill(10 * Chunk.SIZE + 7);

        assertThat(takeAll()).containsExactlyElementsOf(added);
        assertThat(queue.size()).isZero();
    }

    @Test
    void keepsEveryTickBelowTheMark() {
        for (int i = 0; i < MARK; i++) queue.add(tick("SIM", RB, i));

        assertThat(takeAll()).hasSize(MARK);
        assertThat(queue.conflated()).isZero();
    }

    @Test
    void replacesAQueuedTickInItsPlacePastTheMark() {
        Event order = order("SIM.1", Status.SUBMITTING, 0);
        Tick other = tick("SIM", IF, 1);
        Tick elsewhere = tick("SIM2", RB, 1);
        queue.add(tick("SIM", RB, 1));
        queue.add(order);
        queue.add(other);
        queue.add(elsewhere);
        Tick newest = tick("SIM", RB, 3);

        queue.add(tick("SIM", RB, 2));
        queue.add(newest);

        assertThat(queue.take().conflatedBefore).isEqualTo(2);
        assertThat(queue.conflated()).isEqualTo(2);
        assertThat(queue.published()).isEqualTo(6);
    }

    @Test
    void showsTheNewestTickWhereTheOldOneStood() {
        Event order = order("SIM.1", Status.SUBMITTING, 0);
        queue.add(order);
        queue.add(tick("SIM", RB, 1));
        queue.add(tick("SIM", IF, 1));
        queue.add(order);

        queue.add(tick("SIM", RB, 2));

        assertThat(takeAll()).containsExactly(order, tick("SIM", RB, 2), tick("SIM", IF, 1), order);
    }

    @Test
    void replacesTheNewestOfSeveralQueuedTicks() {
        queue.add(tick("SIM", RB, 1));
        queue.add(tick("SIM", RB, 2));
        fill(2);

        queue.add(tick("SIM", RB, 3));

        assertThat(takeAll().subList(0, 2)).containsExactly(tick("SIM", RB, 1), tick("SIM", RB, 3));
    }

    @Test
    void appendsTheFirstTickOfAnInstrumentPastTheMark() {
        fill(MARK);

        queue.add(tick("SIM", RB, 1));
        queue.add(tick("SIM", RB, 2));

        assertThat(takeAll()).hasSize(MARK + 1).endsWith(tick("SIM", RB, 2));
    }

    @Test
    void refusesNoStateEventHoweverManyAreQueued() {
        List<Event> added = fill(100 * MARK);

        assertThat(takeAll()).containsExactlyElementsOf(added);
    }

    @Test
    void doesNotReplaceATickThatWasTaken() {
        EventQueue large = new EventQueue(2 * Chunk.SIZE);
        Tick first = tick("SIM", RB, 1);
        large.add(first);
        for (int i = 0; i < 3 * Chunk.SIZE; i++) large.add(order("SIM." + i, Status.SUBMITTING, 0));
        large.add(tick("SIM", RB, 2));
        Chunk taken = large.take();

        large.add(tick("SIM", RB, 3));

        assertThat(taken.items[0]).as("replaced while it was queued").isEqualTo(tick("SIM", RB, 2));
        List<Object> rest = new ArrayList<>();
        for (Chunk chunk = large.take(); chunk != null; chunk = large.take()) {
            rest.addAll(Arrays.asList(chunk.items).subList(0, chunk.count));
        }
        assertThat(rest).hasSize(2 * Chunk.SIZE + 2).endsWith(tick("SIM", RB, 3));
    }

    @Test
    void keepsCountsRightWhenChunksAreUsedAgain() {
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 3 * Chunk.SIZE; i++) {
                queue.add(i % 3 == 0 ? tick("SIM", RB, i) : order("SIM.1", Status.SUBMITTING, 0));
            }
            long orders = takeAll().stream().filter(item -> !(item instanceof Tick)).count();
            assertThat(orders).isEqualTo(2 * Chunk.SIZE);
        }
        assertThat(queue.published()).isEqualTo(50 * 3 * Chunk.SIZE);
    }

    @Test
    void wakesTheEventThreadOnlyIfItSleeps() {
        assertThat(queue.add(tick("SIM", RB, 1))).as("not asleep yet").isFalse();
        takeAll();
        assertThat(queue.add(tick("SIM", RB, 2))).as("awake, though nothing was left").isFalse();
        takeAll();

        assertThat(queue.beginSleep()).isTrue();

        assertThat(queue.addInBatch(tick("SIM", RB, 3))).isTrue();
        assertThat(queue.add(tick("SIM", RB, 3))).as("still asleep: who added the last wakes later").isTrue();
        assertThat(queue.add(tick("SIM", RB, 4))).as("woken already").isFalse();
    }

    @Test
    void letsTheEventThreadSleepOnlyWhileNothingIsQueuedAndMoreCanCome() {
        assertThat(queue.needsAttention()).isFalse();
        fill(1);
        assertThat(queue.needsAttention()).isTrue();
        assertThat(queue.beginSleep()).isFalse();
        takeAll();
        assertThat(queue.needsAttention()).isFalse();
        queue.close();
        assertThat(queue.needsAttention()).isTrue();
        assertThat(queue.beginSleep()).isFalse();
    }

    @Test
    void letsASourceWaitForRoom() {
        fill(MARK);
        CountDownLatch went = new CountDownLatch(1);
        Thread source = new Thread(() -> {
            try {
                queue.awaitRoom();
                went.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        source.setDaemon(true);
        source.start();
        until(() -> source.getState() == Thread.State.WAITING);

        takeAll();

        Fixtures.await(went);
    }

    @Test
    void lagsOnlyWhileSomethingIsUnhandled() {
        assertThat(queue.lag()).isZero();
        queue.add(tick("SIM", RB, 1));
        until(() -> queue.lag().compareTo(Duration.ofMillis(2)) > 0);

        Chunk chunk = queue.take();

        assertThat(queue.lag()).as("taken, but not handled").isGreaterThan(Duration.ofMillis(2));
        chunk.done.set(1);
        assertThat(queue.lag()).isZero();
    }

    @Test
    void dropsWhatIsAddedAfterItClosed() {
        fill(1);

        queue.close();
        queue.add(tick("SIM", RB, 1));

        assertThat(takeAll()).hasSize(1);
        assertThat(queue.published()).isEqualTo(1);
    }
}
