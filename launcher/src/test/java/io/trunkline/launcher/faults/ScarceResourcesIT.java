package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.faults.Direction;
import io.trunkline.faults.FaultProxy;
import io.trunkline.faults.Impairment;
import io.trunkline.launcher.Program;
import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server in a JVM of its own that has little of what it needs. */
@Timeout(240)
class ScarceResourcesIT {

    private static final int DESCRIPTORS = 128;

    @TempDir
    private Path home;

    private static int descriptors(Program program) {
        String[] names = new File("/proc/" + program.pid() + "/fd").list();
        return names == null ? 0 : names.length;
    }

    private static void assertNoThreadDied(Program server) {
        assertThat(server.isAlive()).isTrue();
        assertThat(server.err()).noneMatch(line -> line.contains("Exception in thread")
                || line.contains("OutOfMemoryError"));
    }

    @Test
    void aServerWhoseDescriptorsAreUsedUpServesAgainOnceTheyAreFree() throws Exception {
        try (Rig rig = new Rig(Duration.ofMillis(500), Duration.ofSeconds(5))) {
            MainEngine exchange = rig.exchange("speed=60");
            List<String> starter = List.of("bash", "-c", "ulimit -n " + DESCRIPTORS + "; exec \"$@\"", "bash");
            Program server = rig.own(Program.java(starter, rig.relay(Rig.address(exchange), 0, home)));
            String address = Rig.ready(server);
            MainEngine old = rig.client(address, "name=old");
            List<Socket> greedy = new ArrayList<>();
            try {
                for (int i = 0; i < DESCRIPTORS * 2; i++) {
                    greedy.add(new Socket(InetAddress.getLoopbackAddress(), Rig.port(address)));
                }
                Wait.until(() -> descriptors(server) + " descriptors", () -> descriptors(server) >= DESCRIPTORS - 3);
                Rig.trade(exchange, 10);
                Rig.awaitSameBooks(old, "RPC.RPC.", exchange);
                assertThat(Rig.count(old, "connects")).isEqualTo(1);
                MainEngine amid = rig.client(address, "name=amid"); // strangers make room
                Rig.awaitSameBooks(amid, "RPC.RPC.", exchange);
            } finally {
                for (Socket socket : greedy) socket.close();
            }
            long start = System.nanoTime();

            MainEngine fresh = rig.client(address, "name=new");

            Duration recovered = Duration.ofNanos(System.nanoTime() - start);
            Rig.report(25, "recovered", recovered);
            assertThat(recovered).as("the platform alone waits ten seconds").isLessThan(Duration.ofSeconds(5));
            Outcome outcome = fresh.sendOrder(Rig.resting(Rig.RPC));
            assertThat(outcome.isAccepted()).as("%s", outcome).isTrue();
            Rig.awaitSameBooks(fresh, "RPC.RPC.", exchange);
            Rig.awaitSameBooks(old, "RPC.RPC.", exchange);
            assertThat(Rig.count(old, "connects")).isEqualTo(1);
            assertNoThreadDied(server);
        }
    }

    @Test
    void aServerWithASmallHeapEndsClientsThatAreTooSlowAndServesTheOthers() throws Exception {
        int slowOnes = Length.of(10, 40);
        int deafOnes = Length.of(2, 10);
        try (Rig rig = new Rig(Duration.ofMillis(500), Duration.ofSeconds(3))) {
            List<String> arguments = new ArrayList<>(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"));
            arguments.addAll(rig.exchangeProgram(home, "--set", "SIM.speed=max", "--set", "SIM.loop=true",
                    "--set", "SIM.start=subscribe", "--set", "RpcService.log=4"));
            Program server = rig.own(Program.java(arguments));
            String address = Rig.ready(server);
            MainEngine good = rig.client(address, "name=good");
            List<LogEntry> log = Rig.record(good, LogEntry.class);
            int port = Rig.port(address);
            try (FaultProxy slow = FaultProxy.start(port, 26); FaultProxy deaf = FaultProxy.start(port, 26)) {
                for (int i = 0; i < slowOnes; i++) rig.client(slow.address(), "name=slow-" + i, "ticks=all");
                for (int i = 0; i < deafOnes; i++) rig.client(deaf.address(), "name=deaf-" + i, "ticks=all");
                slow.impair(Direction.TO_CLIENT, Impairment.NONE.withBandwidth((long) slowOnes << 19));
                deaf.impair(Direction.TO_CLIENT, Impairment.NONE.withFlow(Impairment.Flow.HOLD));
                assertThat(good.subscribe(new SubscribeRequest(Rig.RPC, Rig.APPLE)).isAccepted()).isTrue();
                long start = System.nanoTime();

                Duration reset = Wait.since(start, () -> "slow ones are ended: " + log,
                        () -> has(log, "client slow-", "the client fell further behind than the log's 4 MiB reach"));
                Rig.report(26, "slow ones reset", reset);
                Duration ended = Wait.since(start, () -> "deaf ones are ended: " + log,
                        () -> has(log, "client deaf-", "disconnected: "));
                Rig.report(26, "deaf ones ended", ended);
                for (int i = 0; i < 20; i++) {
                    Outcome outcome = good.sendOrder(Rig.resting(Rig.RPC).withReference("good"));
                    assertThat(outcome.isAccepted()).as("%s", outcome).isTrue();
                }
                Wait.until(() -> "all orders: " + good.orders(), () -> good.orders().stream()
                        .filter(order -> order.reference().equals("good")).count() == 20);
            }
            assertThat(Rig.count(good, "connects")).isEqualTo(1);
            assertThat(Rig.isIn(good, Rig.RPC, GatewayState.DOWN)).isFalse();
            assertNoThreadDied(server);
        }
    }

    private static boolean has(List<LogEntry> log, String who, String what) {
        return log.stream().map(LogEntry::message).anyMatch(text -> text.contains(who) && text.contains(what));
    }
}
