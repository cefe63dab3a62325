package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys of which it is not known what became of them. */
@Timeout(60)
class KeyDoubtsTest {

    private static final long PRINT = 7;
    private static final Outcome FIRST = Outcome.accepted(Id.parse("SIM.1"));
    private static final Outcome SECOND = Outcome.accepted(Id.parse("SIM.2"));

    private final KeyMemory keys = new KeyMemory(3, Duration.ofSeconds(20));

    @Test
    void isInDoubtUntilItsSettlementIsKeptAndNobodyElseSettlesItMeanwhile() {
        List<String> stored = new ArrayList<>();
        keys.keepIn(new LastingStore() {
            @Override
            public void outcome(String key, long fingerprint, Outcome outcome) {
                stored.add(outcome.getClass().getSimpleName());
                Optional<KeyMemory.Doubt> doubt = keys.doubt(key);
                assertThat(doubt.isPresent()).as("%s is kept", outcome).isEqualTo(outcome.isAccepted());
                doubt.ifPresent(known -> assertThat(keys.settle(known, SECOND)).as("while it is kept").isFalse());
            }
        });
        keys.once("k", PRINT, () -> {
            keys.sending(Sender.unknown("k"), "SIM");
            return new Outcome.InDoubt("k", "no answer");
        });
        KeyMemory.Doubt doubt = keys.doubt("k").orElseThrow();

        assertThat(keys.settle(doubt, FIRST)).isTrue();

        assertThat(keys.outcome("k")).isEqualTo(FIRST);
        assertThat(stored).containsExactly("InDoubt", "Accepted");
    }

    @Test
    void aLateAnswerToAnEarlierDoubtDoesNotEndALaterOneOfTheSameKey() {
        keys.once("k", PRINT, () -> new Outcome.InDoubt("k", "first"));
        KeyMemory.Doubt first = keys.doubt("k").orElseThrow();
        keys.settle(first, new Outcome.NeverReceived("k"));
        keys.once("k", PRINT, () -> new Outcome.InDoubt("k", "second"));

        assertThat(keys.settle(first, new Outcome.NeverReceived("k"))).isFalse();

        assertThat(keys.outcome("k")).isEqualTo(new Outcome.InDoubt("k", "second"));
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
    void keepsADoubtUntilItIsSettled() {
        Outcome doubt = new Outcome.InDoubt("k", "no answer");
        AtomicInteger told = new AtomicInteger();
        keys.onDoubt(told::incrementAndGet);
        keys.once("k", PRINT, () -> {
            keys.sending(Sender.unknown("k"), "SIM");
            return doubt;
        });
        for (int i = 0; i < 4; i++) keys.once("k" + i, PRINT, () -> SECOND);

        assertThat(told).hasValue(1);
        assertThat(keys.doubts()).singleElement().isEqualTo(keys.doubt("k").orElseThrow());
        KeyMemory.Doubt open = keys.doubts().get(0);
        assertThat(open.path()).isEqualTo("SIM");
        assertThat(keys.once("k", PRINT, () -> SECOND)).isEqualTo(doubt);
        assertThat(keys.settle(open, doubt)).isFalse();
        assertThat(keys.settle(open, FIRST)).isTrue();
        assertThat(keys.settle(open, SECOND)).isFalse();
        assertThat(keys.outcome("k")).isEqualTo(FIRST);
        assertThat(keys.doubts()).isEmpty();
    }

    @Test
    void takesAKeyAgainOnceItIsSettledThatItWasNeverReceived() {
        keys.once("k", PRINT, () -> new Outcome.InDoubt("k", "no answer"));

        assertThat(keys.settle(keys.doubt("k").orElseThrow(), new Outcome.NeverReceived("k"))).isTrue();

        assertThat(keys.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
        assertThat(keys.once("k", PRINT, () -> SECOND)).isEqualTo(SECOND);
    }

    @Test
    void isRefusedIfTheEngineFailsBeforeItIsSentAndInDoubtAfterwards() {
        assertThatThrownBy(() -> keys.once("before", PRINT, () -> {
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.once("after", PRINT, () -> {
            keys.sending(Sender.unknown("after"), "SIM");
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(keys.refusal("before").orElseThrow().whyRefused()).isPresent();
        assertThat(keys.outcome("after")).isInstanceOf(Outcome.InDoubt.class);
    }
}
