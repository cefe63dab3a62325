package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyMemoryTest {

    private static final Outcome FIRST = Outcome.accepted(Id.parse("SIM.1"));
    private static final Outcome SECOND = Outcome.accepted(Id.parse("SIM.2"));

    private final KeyMemory keys = new KeyMemory(3, Duration.ofSeconds(20));

    @Test
    void answersARepeatedKeyWithTheFirstOutcome() {
        AtomicInteger sent = new AtomicInteger();
        keys.once("k", () -> {
            sent.incrementAndGet();
            return FIRST;
        });

        Outcome again = keys.once("k", () -> {
            sent.incrementAndGet();
            return SECOND;
        });

        assertThat(again).isEqualTo(FIRST);
        assertThat(sent).hasValue(1);
        assertThat(keys.outcome("k")).isEqualTo(FIRST);
    }

    @Test
    void remembersRefusalsToo() {
        Outcome refused = Outcome.refused("limit", "limit 1, actual 2");
        keys.once("k", () -> refused);

        assertThat(keys.once("k", () -> FIRST)).isEqualTo(refused);
    }

    @Test
    void knowsWhatItNeverReceived() {
        assertThat(keys.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
    }

    @Test
    void sendsOnceThoughTheSameKeyComesAtTheSameTime() throws InterruptedException {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        Thread first = new Thread(() -> outcomes.add(keys.once("k", () -> {
            sending.countDown();
            Fixtures.await(release);
            return FIRST;
        })));
        first.start();
        Fixtures.await(sending);
        assertThat(keys.outcome("k")).isInstanceOf(Outcome.InDoubt.class);
        Thread second = new Thread(() -> outcomes.add(keys.once("k", () -> SECOND)));
        second.start();
        until(() -> second.getState() == Thread.State.TIMED_WAITING);

        release.countDown();
        first.join();
        second.join();

        assertThat(outcomes).containsExactly(FIRST, FIRST);
    }

    @Test
    void isInDoubtIfTheFirstTakesTooLong() throws InterruptedException {
        KeyMemory impatient = new KeyMemory(3, Duration.ZERO);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread first = new Thread(() -> impatient.once("k", () -> {
            sending.countDown();
            Fixtures.await(release);
            return FIRST;
        }));
        first.start();
        Fixtures.await(sending);

        assertThat(impatient.once("k", () -> SECOND)).isInstanceOf(Outcome.InDoubt.class);

        release.countDown();
        first.join();
        assertThat(impatient.once("k", () -> SECOND)).isEqualTo(FIRST);
    }

    @Test
    void dropsTheOldestPastItsCapacity() {
        for (int i = 0; i < 4; i++) keys.once("k" + i, () -> FIRST);

        assertThat(keys.outcome("k0")).isInstanceOf(Outcome.NeverReceived.class);
        assertThat(keys.outcome("k1")).isEqualTo(FIRST);
        assertThat(keys.outcome("k3")).isEqualTo(FIRST);
    }

    @Test
    void keepsAKeyThatIsBeingSentHoweverOld() {
        keys.once("outer", () -> {
            for (int i = 0; i < 10; i++) keys.once("k" + i, () -> SECOND);
            assertThat(keys.outcome("outer")).isInstanceOf(Outcome.InDoubt.class);
            return FIRST;
        });

        assertThat(keys.outcome("outer")).isEqualTo(FIRST);
    }

    @Test
    void makesShortKeysThatNoOtherEngineMakes() {
        Set<String> made = new HashSet<>();
        KeyMemory other = new KeyMemory(3, Duration.ZERO);
        for (int i = 0; i < 10_000; i++) {
            made.add(keys.newKey());
            made.add(other.newKey());
        }

        assertThat(made).hasSize(20_000).allMatch(key -> key.length() <= 20);
    }
}
