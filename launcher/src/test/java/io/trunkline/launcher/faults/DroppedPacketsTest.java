package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Outcome;
import io.trunkline.faults.Direction;
import io.trunkline.faults.Door;
import io.trunkline.faults.Impairment;
import io.trunkline.faults.Impairment.Flow;
import io.trunkline.launcher.faults.NetworkRig.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows 10, 11, 12 and 19: connections that stay open and on which nothing comes. */
@Timeout(90)
class DroppedPacketsTest {

    private static final Duration SLACK = Duration.ofSeconds(3); // of a loaded machine

    private NetworkRig rig;
    private Client client;
    private Client neighbour;

    @BeforeEach
    void start() throws Exception {
        rig = new NetworkRig(Duration.ofMillis(100), Duration.ofMillis(500));
        client = rig.client("behind");
        neighbour = rig.neighbour("beside");
        rig.exchange().publishRound();
        rig.settle();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void drop(Direction direction) {
        rig.proxy().impair(direction, Impairment.NONE.withFlow(Flow.DISCARD));
    }

    private Duration limit() {
        return rig.patience().plus(SLACK);
    }

    private Duration awaitSessions(int count) {
        return Eventually.within(limit(), () -> rig.figure("sessions") + " sessions",
                () -> rig.figure("sessions") == count);
    }

    /** Waits until the client has given the server up for its silence. */
    private Duration awaitGivenUp() {
        Duration time = rig.awaitLoss(client, limit());
        assertThat(client.engine().gatewayStatus(NetworkRig.RPC).orElseThrow().detail()).contains(" for 1000 ms");
        return time;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void healAndCompare(int row) throws InterruptedException {
        rig.exchange().publishRound();
        rig.proxy().heal();
        NetworkRig.report(row, "recovered after", rig.awaitLive(client));
        rig.exchange().publishRound();
        rig.assertNothingLost();
        assertThat(client.figure("resumes")).as("the stream goes on where it broke").isEqualTo(1);
        assertThat(neighbour.states()).extracting(GatewayStatus::state).contains(GatewayState.LIVE)
                .doesNotContain(GatewayState.DOWN).filteredOn(GatewayState.CONNECTING::equals).hasSize(1);
        assertThat(rig.figure("sessions")).isEqualTo(2);
    }

    @Test
    void bothSidesGiveUpAPeerOfWhichNothingComesAndGoOnAfterwards() throws Exception {
        client.states().clear();
        drop(Direction.TO_SERVER);
        drop(Direction.TO_CLIENT);
        rig.proxy().door(Door.SILENT);

        NetworkRig.report(10, "client noticed after", awaitGivenUp());
        NetworkRig.report(10, "server noticed, later by", awaitSessions(1));

        assertThat(client.states()).as("it was stale before it was given up").extracting(GatewayStatus::state)
                .startsWith(GatewayState.STALE, GatewayState.CONNECTING);
        healAndCompare(10);
    }

    @Test
    void noSideStaysHalfAliveIfOnlyRequestsAreDropped() throws Exception {
        drop(Direction.TO_SERVER);

        NetworkRig.report(11, "server noticed after", awaitSessions(1));
        NetworkRig.report(11, "client noticed, later by", rig.awaitLoss(client, limit()));

        healAndCompare(11);
    }

    @Test
    void anOrderWhoseReplyIsDroppedReachesTheExchangeOnceAndItsOutcomeIsKnownAfterwards() throws Exception {
        CountDownLatch dropped = new CountDownLatch(1);
        rig.exchange().answer(outcome -> {
            await(dropped);
            return outcome;
        });
        CompletableFuture<Outcome> sending = CompletableFuture.supplyAsync(() -> client.send("key-12"));
        Eventually.until("the order is there", () -> !rig.exchange().orders("key-12").isEmpty());
        drop(Direction.TO_CLIENT);
        dropped.countDown();

        NetworkRig.report(12, "client noticed after", awaitGivenUp());
        assertThat(sending.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.InDoubt.class);
        NetworkRig.report(12, "server noticed, later by", awaitSessions(1));

        healAndCompare(12);
        assertThat(rig.exchange().orders("key-12")).hasSize(1);
        assertThat(client.settled("key-12").acceptedId())
                .contains(rig.exchange().orders("key-12").get(0).under(NetworkRig.RPC));
        assertThat(client.send("key-12").isAccepted()).as("a repeated key is answered").isTrue();
        assertThat(rig.exchange().orders("key-12")).hasSize(1);
    }

    @Test
    void aHostThatVanishesIsNoticedByHeartbeatAndAllItHeldIsReleased() throws IOException {
        neighbour.engine().close();
        Eventually.until("only one session is left", () -> rig.figure("sessions") == 1);
        assertThat(rig.figure("connections")).isPositive();

        rig.proxy().impair(Impairment.NONE.withFlow(Flow.HOLD));
        rig.proxy().door(Door.SILENT);

        NetworkRig.report(19, "server noticed after", awaitSessions(0));
        NetworkRig.report(19, "client noticed, later by", rig.awaitLoss(client, limit()));
        rig.awaitReleased();
    }
}
