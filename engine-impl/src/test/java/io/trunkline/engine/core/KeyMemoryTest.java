package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final long PRINT = 7;
    private static final Outcome FIRST = Outcome.accepted(Id.parse("SIM.1"));
    private static final Outcome SECOND = Outcome.accepted(Id.parse("SIM.2"));

    private final KeyMemory keys = new KeyMemory(3, Duration.ofSeconds(20));

    @Test
    void answersARepeatedKeyWithTheFirstOutcome() {
        AtomicInteger sent = new AtomicInteger();
        keys.once("k", PRINT, () -> {
            sent.incrementAndGet();
            return FIRST;
        });

        Outcome again = keys.once("k", PRINT, () -> {
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
        keys.once("k", PRINT, () -> refused);

        assertThat(keys.once("k", PRINT, () -> FIRST)).isEqualTo(refused);
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
        Thread first = new Thread(() -> outcomes.add(keys.once("k", PRINT, () -> {
            sending.countDown();
            Fixtures.await(release);
            return FIRST;
        })));
        first.start();
        Fixtures.await(sending);
        assertThat(keys.outcome("k")).isInstanceOf(Outcome.InDoubt.class);
        Thread second = new Thread(() -> outcomes.add(keys.once("k", PRINT, () -> SECOND)));
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
        Thread first = new Thread(() -> impatient.once("k", PRINT, () -> {
            sending.countDown();
            Fixtures.await(release);
            return FIRST;
        }));
        first.start();
        Fixtures.await(sending);

        assertThat(impatient.once("k", PRINT, () -> SECOND)).isInstanceOf(Outcome.InDoubt.class);

        release.countDown();
        first.join();
        assertThat(impatient.once("k", PRINT, () -> SECOND)).isEqualTo(FIRST);
    }

    @Test
    void dropsTheOldestPastItsCapacity() {
        for (int i = 0; i < 4; i++) keys.once("k" + i, PRINT, () -> FIRST);

        assertThat(keys.outcome("k0")).isInstanceOf(Outcome.NeverReceived.class);
        assertThat(keys.outcome("k1")).isEqualTo(FIRST);
        assertThat(keys.outcome("k3")).isEqualTo(FIRST);
    }

    @Test
    void keepsAKeyThatIsBeingSentHoweverOld() {
        keys.once("outer", PRINT, () -> {
            for (int i = 0; i < 10; i++) keys.once("k" + i, PRINT, () -> SECOND);
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

    @Test
    void refusesAnotherRequestWithAKnownKey() {
        keys.once("k", PRINT, () -> FIRST);

        Outcome other = keys.once("k", PRINT + 1, () -> SECOND);

        assertThat(other.whyRefused().orElseThrow().rule()).isEqualTo("key-reused");
        assertThat(keys.outcome("k")).isEqualTo(FIRST);
    }

    @Test
    void keepsADoubtUntilItIsSettled() {
        Outcome doubt = new Outcome.InDoubt("k", "no answer");
        AtomicInteger told = new AtomicInteger();
        keys.onDoubt(told::incrementAndGet);
        keys.once("k", PRINT, () -> {
            keys.sending("k", "SIM");
            return doubt;
        });
        for (int i = 0; i < 4; i++) keys.once("k" + i, PRINT, () -> SECOND);

        assertThat(told).hasValue(1);
        assertThat(keys.doubts()).containsExactly(new KeyMemory.Doubt("k", "SIM"));
        assertThat(keys.once("k", PRINT, () -> SECOND)).isEqualTo(doubt);
        assertThat(keys.settle("k", doubt)).isFalse();
        assertThat(keys.settle("k", FIRST)).isTrue();
        assertThat(keys.settle("k", SECOND)).isFalse();
        assertThat(keys.outcome("k")).isEqualTo(FIRST);
        assertThat(keys.doubts()).isEmpty();
    }

    @Test
    void takesAKeyAgainOnceItIsSettledThatItWasNeverReceived() {
        keys.once("k", PRINT, () -> new Outcome.InDoubt("k", "no answer"));

        assertThat(keys.settle("k", new Outcome.NeverReceived("k"))).isTrue();

        assertThat(keys.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
        assertThat(keys.once("k", PRINT, () -> SECOND)).isEqualTo(SECOND);
    }

    @Test
    void isRefusedIfTheEngineFailsBeforeItIsSentAndInDoubtAfterwards() {
        assertThatThrownBy(() -> keys.once("before", PRINT, () -> {
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.once("after", PRINT, () -> {
            keys.sending("after", "SIM");
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(keys.outcome("before").whyRefused()).isPresent();
        assertThat(keys.outcome("after")).isInstanceOf(Outcome.InDoubt.class);
    }

    @Test
    void recallsWhatAnEarlierEngineKept() {
        keys.recall(new JournalRecord.Intent("sent", PRINT, "SIM"));
        keys.recall(new JournalRecord.Result("sent", PRINT, FIRST));
        keys.recall(new JournalRecord.Intent("open", PRINT, "RPC.SIM"));
        keys.recall(new JournalRecord.Intent("never", PRINT, "SIM"));
        keys.recall(new JournalRecord.Result("never", PRINT, new Outcome.NeverReceived("never")));

        assertThat(keys.once("sent", PRINT, () -> SECOND)).isEqualTo(FIRST);
        assertThat(keys.once("open", PRINT, () -> SECOND)).isInstanceOf(Outcome.InDoubt.class);
        assertThat(keys.doubts()).containsExactly(new KeyMemory.Doubt("open", "RPC.SIM"));
        assertThat(keys.once("never", PRINT, () -> SECOND)).isEqualTo(SECOND);
    }
}
