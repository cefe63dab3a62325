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
    void remembersTheRefusalsOfGateways() {
        Outcome refused = Outcome.refused("limit", "limit 1, actual 2");
        keys.once("k", PRINT, () -> {
            keys.sending(Sender.unknown("k"), "SIM");
            return refused;
        });

        assertThat(keys.once("k", PRINT, () -> FIRST)).isEqualTo(refused);
        assertThat(keys.outcome("k")).isEqualTo(refused);
    }

    @Test
    void takesAKeyAgainUnderWhichNothingWasSent() {
        Outcome refused = Outcome.refused("size", "2 lots are more than 1");
        keys.once("before", PRINT, () -> refused);
        keys.once("unconnected", PRINT, () -> {
            keys.sending(Sender.unknown("unconnected"), "RPC");
            return Outcome.refused("not-connected", "RPC is CONNECTING");
        });

        assertThat(keys.outcome("before")).isEqualTo(new Outcome.NeverReceived("before"));
        assertThat(keys.refusal("before")).contains(refused);
        assertThat(keys.refusal("unconnected")).isPresent();
        assertThat(keys.once("before", PRINT, () -> FIRST)).isEqualTo(FIRST);
        assertThat(keys.once("unconnected", PRINT, () -> SECOND)).isEqualTo(SECOND);
    }

    @Test
    void refusalsDriveNoKeyOut() {
        keys.once("sent", PRINT, () -> FIRST);

        for (int i = 0; i < 10; i++) keys.once("k" + i, PRINT, () -> Outcome.refused("size", "too large"));

        assertThat(keys.outcome("sent")).isEqualTo(FIRST);
        assertThat(keys.refusal("k9")).isPresent();
        assertThat(keys.refusal("k0")).isEmpty();
    }

    @Test
    void knowsNotEverythingOnceItIsFull() {
        keys.keepIn(new LastingStore());
        assertThat(keys.isLasting()).isTrue();

        for (int i = 0; i < 4; i++) keys.once("k" + i, PRINT, () -> FIRST);

        assertThat(keys.isLasting()).isFalse();
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
    void recallsWhatAnEarlierEngineKept() {
        keys.recall(new JournalRecord.Intent(Sender.unknown("sent"), PRINT, "SIM"));
        keys.recall(new JournalRecord.Result("sent", PRINT, FIRST));
        keys.recall(new JournalRecord.Intent(Sender.unknown("open"), PRINT, "RPC.SIM"));
        keys.recall(new JournalRecord.Intent(Sender.unknown("never"), PRINT, "SIM"));
        keys.recall(new JournalRecord.Result("never", PRINT, new Outcome.NeverReceived("never")));

        assertThat(keys.once("sent", PRINT, () -> SECOND)).isEqualTo(FIRST);
        assertThat(keys.once("open", PRINT, () -> SECOND)).isInstanceOf(Outcome.InDoubt.class);
        assertThat(keys.doubts()).extracting(doubt -> doubt.key() + " " + doubt.path()).containsExactly("open RPC.SIM");
        assertThat(keys.once("never", PRINT, () -> SECOND)).isEqualTo(SECOND);
    }
}
