package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Waiting;
import io.trunkline.rmi.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakeUpsTest {

    private final WakeUps wakeUps = new WakeUps();

    private Waiter waiting(boolean wantsAll) {
        Waiter waiter = wakeUps.waiter(Thread.currentThread(), wantsAll, () -> false);
        wakeUps.add(waiter, wantsAll);
        waiter.begin();
        return waiter;
    }

    private void published(int key, boolean idle) {
        wakeUps.published(new int[] {key}, 1, idle);
    }

    /** Whether nobody has claimed a waiter so far; claims it. */
    private static boolean wasLeftAlone(Waiter waiter) {
        return waiter.claim(true);
    }

    @Test
    void aTickWakesThoseWhoWantItAndThoseWhoWantAll() {
        Waiter all = waiting(true);
        Waiter one = waiting(false);
        Waiter other = waiting(false);
        Waiter nothing = waiting(false);
        wakeUps.set(one, 7, true);
        wakeUps.set(other, 8, true);
        wakeUps.set(other, 7, true);
        wakeUps.set(other, 7, false);

        published(7, false);

        assertThat(wasLeftAlone(all)).isFalse();
        assertThat(wasLeftAlone(one)).isFalse();
        assertThat(wasLeftAlone(other)).isTrue();
        assertThat(wasLeftAlone(nothing)).isTrue();
    }

    @Test
    void everythingElseWakesAll() {
        List<Waiter> waiters = List.of(waiting(true), waiting(false), waiting(false));
        published(FrameChains.STATE, false);
        assertThat(waiters).noneMatch(WakeUpsTest::wasLeftAlone);
    }

    @Test
    void aTickOfAnInstrumentThatNobodyEverWantedWakesNobody() {
        Waiter waiter = waiting(false);
        published(5000, false);
        assertThat(wasLeftAlone(waiter)).isTrue();
    }

    @Test
    void whoIsAwayOrRemovedIsNotWoken() {
        Waiter away = waiting(true);
        away.end();
        Waiter removed = waiting(false);
        wakeUps.remove(removed);
        wakeUps.set(removed, 3, true);

        published(3, false);
        published(FrameChains.STATE, false);

        assertThat(wasLeftAlone(removed)).isTrue();
        assertThat(away.isWaiting()).isFalse();
        away.begin();
        assertThat(wasLeftAlone(away)).isTrue();
    }

    @Test
    void whoRestsIsLeftAloneUntilNothingMoreFollows() {
        Waiter waiter = wakeUps.waiter(Thread.currentThread(), true, () -> false);
        wakeUps.add(waiter, true);
        waiter.beginRest();
        published(7, false);
        assertThat(waiter.isClaimed()).isFalse();
        published(7, true);
        assertThat(waiter.isClaimed()).isTrue();
    }

    @Test
    void theWorkOfTheFirstFewIsDoneInTheirPlaceWhenNothingMoreFollows() {
        AtomicInteger done = new AtomicInteger();
        List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Waiter waiter = wakeUps.waiter(Thread.currentThread(), true, () -> done.incrementAndGet() > 0);
            wakeUps.add(waiter, true);
            waiter.begin();
            waiters.add(waiter);
        }
        published(7, true);
        assertThat(done).hasValue(4);
        assertThat(waiters.stream().filter(Waiter::isClaimed)).hasSize(2);
        assertThat(waiters).allMatch(Waiter::isWaiting);
    }

    @Test
    void whoseWorkCannotBeDoneInItsPlaceIsClaimed() {
        Waiter waiter = waiting(true);
        published(7, true);
        assertThat(waiter.isClaimed()).isTrue();
    }

    /** A reader that counts what it read and waits very long when there is nothing. */
    private static final class Follower extends Thread {
        private final EventLog log;
        private final Random random;
        private final AtomicBoolean over;
        private final LogReader reader;
        private final WireWriter out = new WireWriter(1 << 12);
        private volatile long reached; // the last frame that it was sent

        Follower(EventLog log, int number, long seed, AtomicBoolean over) {
            this.log = log;
            this.over = over;
            random = new Random(seed + number);
            FrameFilter filter = TestFrames.filter(number % 3 == 0);
            for (int i = 1; i <= 20; i++) filter.set(i, wants(number, i));
            LogReader.Owner owner = new LogReader.Owner(this, WaitStrategy.values()[number % 2], this::readForIt);
            reader = new LogReader(log, filter, owner, log.end(), Long.MAX_VALUE);
            log.add(reader);
            for (int i = 1; i <= 20; i++) if (wants(number, i)) reader.want(i, true);
        }

        static boolean wants(int number, int instrument) {
            return number % 3 == 0 || instrument % (number + 1) == 0;
        }

        /** On the writer's thread; now and then it leaves it to the reader's own. */
        private boolean readForIt() {
            if (random.nextInt(5) == 0) return false;
            out.clear();
            if (reader.read(out, 1 << 16, log.end()) == Result.ADVANCED) reached = reader.place().sequence();
            return random.nextInt(5) > 0;
        }

        @Override
        public void run() {
            while (!over.get()) {
                out.clear();
                if (reader.read(out, 1 << 16, log.end()) == Result.ADVANCED) {
                    reached = reader.place().sequence();
                    if (random.nextBoolean()) reader.rest();
                } else {
                    // now and then just when it is being woken; else a lost wake-up shows as the end of patience
                    reader.await(random.nextInt(4) == 0 ? random.nextInt(60_000) : TimeUnit.MINUTES.toNanos(2));
                }
            }
            log.remove(reader);
        }
    }

    @Test
    void noWakeUpIsLostHoweverManyWaitForTheSame() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        EventLog log = new EventLog(1 << 20);
        AtomicBoolean over = new AtomicBoolean();
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i < 30; i++) followers.add(new Follower(log, i, seed, over));
        followers.forEach(Thread::start);
        long[] due = new long[followers.size()];
        long sequence = 0;
        for (int round = 0; round < 4000; round++) {
            int burst = 1 + random.nextInt(5);
            for (int k = 0; k < burst; k++) {
                boolean tick = random.nextInt(10) > 0;
                int instrument = 1 + random.nextInt(20);
                byte[] frame = TestFrames.frame(tick ? FrameKind.TICK : FrameKind.ORDER, ++sequence, instrument, 10);
                log.append(frame, frame.length, sequence);
                if (k == burst - 1 || random.nextInt(3) == 0) log.idle();
                for (int i = 0; i < due.length; i++) {
                    if (!tick || Follower.wants(i, instrument)) due[i] = sequence;
                }
                for (int spins = random.nextInt(3) * random.nextInt(300); spins > 0; spins--) Thread.onSpinWait();
            }
            if (random.nextInt(10) == 0) followers.get(random.nextInt(30)).reader.wake();
            if (random.nextInt(3) > 0) continue;
            for (int i = 0; i < due.length; i++) {
                Follower follower = followers.get(i);
                long expected = due[i];
                Waiting.until(() -> follower.reached >= expected, () -> follower + " is at " + follower.reached
                        + " instead of " + expected + ", seed " + seed);
            }
        }
        over.set(true);
        for (Follower follower : followers) follower.reader.wake();
        for (Follower follower : followers) follower.join();
    }
}
