package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.faults.Door;
import io.trunkline.faults.Ending;
import io.trunkline.launcher.faults.NetworkRig.Client;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Row 13: connections that are reset or refused for a while. */
@Timeout(90)
class ResetsTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(250);
    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(3); // of a loaded machine

    @ParameterizedTest
    @EnumSource(names = {"RESETTING", "CLOSED"})
    void aClientNoticesAtOnceTriesAgainWithPausesAndGoesOnWhereItWas(Door door) throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, Duration.ofSeconds(3))) {
            Client client = rig.client("behind");
            rig.exchange().publishRound();
            rig.settle();
            long connects = rig.proxy().accepted();

            rig.proxy().door(door);
            rig.proxy().endAll(Ending.RESET);
            Duration noticed = rig.awaitLoss(client, HEARTBEAT.multipliedBy(2).plus(SLACK));
            NetworkRig.report(13, door + ": client noticed after", noticed);
            Eventually.within(HEARTBEAT.multipliedBy(2).plus(SLACK), () -> "no session is left",
                    () -> rig.figure("sessions") == 0);
            rig.awaitReleased();
            long end = System.nanoTime() + OUTAGE.toNanos();
            while (System.nanoTime() < end) {
                rig.exchange().publishRound();
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(rig.proxy().accepted() - connects).as("attempts in two seconds").isLessThan(60);

            rig.proxy().heal();
            NetworkRig.report(13, door + ": recovered after", rig.awaitLive(client));
            rig.exchange().publishRound();
            rig.assertNothingLost();
            assertThat(client.figure("resumes")).isEqualTo(1);
        }
    }

    @Test
    void connectionsThatBreakAgainAndAgainLoseNothing() throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, Duration.ofSeconds(3))) {
            Client client = rig.client("behind");
            for (int i = 0; i < 12; i++) {
                rig.proxy().endAll(i % 2 == 0 ? Ending.RESET : Ending.CLOSE);
                for (int round = 0; round < 20; round++) rig.exchange().publishRound();
                rig.exchange().publishTicks(50);
                long before = client.figure("connects");
                Eventually.until("connected again", () -> client.figure("connects") > before
                        || rig.proxy().connections() > 0 && client.isConnected());
            }
            rig.awaitLive(client);
            rig.assertNothingLost();
            assertThat(client.figure("resumes")).isEqualTo(client.figure("connects") - 1).isPositive();
        }
    }
}
