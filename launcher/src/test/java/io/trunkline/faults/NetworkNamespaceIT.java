package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows 10, 11, 12, 13, 14 and 19 on a network whose packets the system drops, rejects and loses. */
@Timeout(120)
class NetworkNamespaceIT {

    private static final int LOSS_SECONDS = Boolean.getBoolean("faults.full") ? 60 : 5;
    private static final int RESET_SECONDS = Boolean.getBoolean("faults.full") ? 5 : 1;

    @TempDir
    private static Path folder;

    private static Namespaces network;
    private static NamespaceScene scene;
    private ClientProcess client;

    @BeforeAll
    static void makeNetwork() throws Exception {
        assumeTrue(Namespaces.arePossible(), "network namespaces with packet filters need root, ip and iptables");
        network = Namespaces.create();
        scene = new NamespaceScene(network, folder, 2014, Duration.ofMillis(200), Duration.ofMillis(800));
    }

    @AfterEach
    void end() throws Exception {
        if (client != null) client.close();
        network.heal();
    }

    @AfterAll
    static void removeNetwork() {
        if (scene != null) scene.close();
        if (network != null) network.close();
    }

    private static void report(int row, String what, Duration time) {
        System.out.printf("fault %d: %s %.2f s in a network namespace%n", row, what, time.toNanos() / 1e9);
    }

    private void healAndCompare(int row) throws Exception {
        network.heal();
        report(row, "recovered after", scene.awaitReturn(client));
        scene.assertNothingLost(client);
    }

    @Test
    void bothSidesGiveUpAPeerOfWhichNoPacketComes() throws Exception {
        client = scene.client("row-10");
        int before = client.states().size();
        network.incoming("-j", "DROP");
        network.outgoing("-j", "DROP");

        report(10, "client noticed after", scene.awaitLoss(client, before));
        report(10, "server noticed, later by", scene.awaitServerGivesUp(client));
        assertThat(client.states().stream().skip(before)).as("stale before it is given up").first().asString()
                .contains("RPC=STALE");
        healAndCompare(10);
    }

    @Test
    void noSideStaysHalfAliveIfPacketsOfOneDirectionAreDropped() throws Exception {
        client = scene.client("row-11");
        int before = client.states().size();
        network.incoming("-j", "DROP");

        report(11, "server noticed after", scene.awaitServerGivesUp(client));
        report(11, "client noticed, later by", scene.awaitLoss(client, before));
        healAndCompare(11);
    }

    @Test
    void ordersWhoseRepliesAreDroppedAreThereOnceAndSettledAfterwards() throws Exception {
        client = scene.client("row-12");
        int before = client.states().size();
        network.outgoing("-j", "DROP");

        report(12, "client noticed after", scene.awaitLoss(client, before));
        scene.awaitServerGivesUp(client);
        healAndCompare(12);
    }

    @Test
    void connectionsThatAreResetComeBack() throws Exception {
        client = scene.client("row-13");
        int before = client.states().size();
        network.incoming("-j", "REJECT", "--reject-with", "tcp-reset");

        report(13, "client noticed after", scene.awaitLoss(client, before));
        TimeUnit.SECONDS.sleep(RESET_SECONDS);
        healAndCompare(13);
    }

    @Test
    void aTwentiethOfAllPacketsLostIsNoReasonToDisconnect() throws Exception {
        try (NamespaceScene patient =
                new NamespaceScene(network, folder, 2015, Duration.ofSeconds(1), Duration.ofSeconds(5))) {
            client = patient.client("row-14");
            String[] loss = {"-m", "statistic", "--mode", "random", "--probability", "0.05", "-j", "DROP"};
            network.incoming(loss);
            network.outgoing(loss);
            TimeUnit.SECONDS.sleep(LOSS_SECONDS);
            patient.awaitOrders();
            network.heal();
            patient.assertNothingLost(client);

            client.askFigures();
            Await.until("figures", NamespaceScene.RECOVERY, () -> client.figure("connects") > 0);
            assertThat(client.figure("connects")).isEqualTo(1);
        }
    }

    @Test
    void aHostThatVanishesLeavesNothingBehindAtTheServer() throws Exception {
        client = scene.client("row-19-first");
        client.close();
        scene.awaitServerGivesUp(client);
        int threads = scene.threads();
        int descriptors = scene.descriptors();
        client = scene.client("row-19");
        assertThat(scene.descriptors()).isGreaterThan(descriptors);

        network.unplug();
        report(19, "server noticed after", scene.awaitServerGivesUp(client));
        Await.until("descriptors are released", NamespaceScene.SLACK, () -> scene.descriptors() <= descriptors);
        Await.until("threads are released", NamespaceScene.RECOVERY, () -> scene.threads() <= threads);
    }
}
