package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.faults.Direction;
import io.trunkline.faults.Impairment;
import io.trunkline.faults.TickTrail;
import io.trunkline.launcher.faults.NetworkRig.Client;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 5, 15, 16 and 17: links that are slow, and links that give one byte at a time. */
@Timeout(120)
class SlowLinkTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_TICKS = 4_000_000;
    private static final long MOST_GROWTH = 8 << 20;

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @ParameterizedTest
    @CsvSource({"5, 10000", "16, 50000"})
    void ticksOfALinkThatIsTooNarrowAreConflatedAndCountedAndNothingElseIsMissing(int row, long bytesPerSecond)
            throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, TIMEOUT, "conflate=256")) {
            Client slow = rig.client("slow");
            Client neighbour = rig.neighbour("beside");
            rig.exchange().publishTicks(1);
            rig.settle();
            rig.proxy().impair(Direction.TO_CLIENT, Impairment.NONE.withBandwidth(bytesPerSecond));

            int rounds = 0;
            while (rig.figure("ticks conflated") == 0 && rig.exchange().ticks() < MOST_TICKS) {
                rig.exchange().publishTicks(1_000);
                rig.exchange().publishRound();
                if (++rounds % 10 == 0) rig.settle(neighbour);
            }
            long before = usedHeap();
            for (int i = 0; i < 100; i++) rig.exchange().publishTicks(2_000);
            rig.settle(neighbour);
            assertThat(usedHeap() - before).as("bytes more after 200,000 more ticks").isLessThan(MOST_GROWTH);
            assertThat(rig.figure("sessions reset")).isZero();
            rig.proxy().heal();
            rig.exchange().publishTicks(1);
            rig.assertNothingLost();

            TickTrail.Counts ticks = slow.history().ticks();
            assertThat(ticks.conflated()).as("%s of %s", ticks, rig.exchange().ticks()).isPositive();
            assertThat(ticks.missing()).isEqualTo(ticks.conflated());
            assertThat(ticks.seen() + ticks.conflated()).isEqualTo(rig.exchange().ticks());
            assertThat(slow.figure("connects")).isEqualTo(1);
            assertThat(neighbour.figure("connects")).isEqualTo(1);
        }
    }

    @Test
    void aLongWayThatVariesIsNoReasonToDisconnectAndDoesNotStrangleTheStream() throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, TIMEOUT)) {
            rig.proxy().impair(Impairment.NONE.withLatency(Duration.ofMillis(200), Duration.ofMillis(100)));
            Client client = rig.client("far");
            long start = System.nanoTime();
            for (int i = 0; i < 500; i++) rig.exchange().publishRound();
            rig.settle();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            NetworkRig.report(15, "5500 events took", took);

            assertThat(client.send("far").isAccepted()).isTrue();
            Eventually.until("several heartbeats", () -> System.nanoTime() - start > HEARTBEAT.toNanos() * 3);
            rig.assertNothingLost();
            assertThat(took).as("a hundredth of one way each").isLessThan(Duration.ofMillis(200).multipliedBy(55));
            assertThat(client.figure("connects")).isEqualTo(1);
            assertThat(client.states()).extracting(GatewayStatus::state)
                    .filteredOn(GatewayState.CONNECTING::equals).hasSize(1);
        }
    }

    @Test
    void bytesThatComeOneAtATimeAreAsGoodAsAnyOthers() throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, TIMEOUT)) {
            rig.proxy().impair(Impairment.NONE.withSlice(1).withLatency(Duration.ofMillis(1), Duration.ofMillis(1)));
            Client client = rig.client("sliced");
            for (int i = 0; i < 50; i++) rig.exchange().publishRound();
            rig.exchange().publishTicks(100);

            assertThat(client.send("sliced").isAccepted()).isTrue();
            rig.assertNothingLost();
            assertThat(client.figure("connects")).isEqualTo(1);
            assertThat(rig.exchange().orders("sliced")).hasSize(1);
        }
    }
}
