package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RpcServiceAppTest {

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("rpc-"))
                .toList();
    }

    private static Settings settings(String port) {
        return Settings.parse(new RpcServiceProvider().settings(), Map.of("port", port));
    }

    /** An engine that counts the taps on it that are open. */
    private static MainEngine counting(MainEngine engine, AtomicInteger taps) {
        EventEngine events = view(EventEngine.class, engine.events(), (method, result) -> {
            if (!method.equals("tap")) return result;
            taps.incrementAndGet();
            return (Registration) () -> {
                ((Registration) result).close();
                taps.decrementAndGet();
            };
        });
        return view(MainEngine.class, engine, (method, result) -> method.equals("events") ? events : result);
    }

    private static <T> T view(Class<T> type, T target, BiFunction<String, Object, Object> change) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> change.apply(method.getName(), method.invoke(target, arguments))));
    }

    @Test
    void isFoundAsAProvider() {
        try (MainEngine engine = MainEngine.create()) {
            assertThat(engine.appTypes()).extracting(AppProvider::type).contains("RpcService");
        }
    }

    @Test
    void startsStopsAndStartsAgain() throws IOException {
        try (Served served = Served.start()) {
            assertThat(served.app.isRunning()).isTrue();
            int port = served.port();
            for (int i = 0; i < 3; i++) {
                try (TestClient client = served.client("a" + i)) {
                    assertThat(client.opened().epoch().toString()).isEqualTo(served.figure("epoch"));
                }
                served.app.stop();
                assertThat(served.app.isRunning()).isFalse();
                assertThat(served.app.status()).isEmpty();
                assertThat(served.rows("sessions")).isEmpty();
                assertThat(served.rows("service")).isEmpty();
                Waiting.until(() -> isFree(port));
                Waiting.until(() -> ownThreads().isEmpty(), RpcServiceAppTest::ownThreads);
                served.begin("port", "" + port);
            }
        }
    }

    @Test
    void stoppingTwiceAndStartingTwiceAreHarmless() {
        try (Served served = Served.start()) {
            assertThatThrownBy(() -> served.begin()).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("running already").hasMessageContaining(served.app.status());
            served.app.stop();
            served.app.stop();
            served.app.close();
        }
    }

    @Test
    void closingTheEngineStopsIt() {
        Served served = Served.start();
        int port = served.port();
        served.close();
        assertThat(served.app.isRunning()).isFalse();
        Waiting.until(() -> isFree(port));
    }

    @Test
    void aPortInUseIsNamedAndNothingIsLeftBehind() throws IOException {
        try (Served served = new Served()) {
            String port;
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = "" + other.getLocalPort();
                assertThatThrownBy(() -> served.begin("port", port)).isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port).hasMessageContaining("--port");
            }
            assertThat(served.app.isRunning()).isFalse();
            Waiting.until(() -> ownThreads().isEmpty());
            served.begin("port", port);
            assertThat(served.app.status()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void aServiceThatCannotListenIsNotToldOfEventsAnyMore() throws IOException {
        AtomicInteger taps = new AtomicInteger();
        try (Served served = new Served();
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RpcServiceApp app = new RpcServiceApp(counting(served.engine, taps));
            Settings taken = settings("" + other.getLocalPort());
            assertThatThrownBy(() -> app.start(taken)).isInstanceOf(IllegalStateException.class);
            assertThat(taps).hasValue(0);
            app.start(settings("0"));
            assertThat(taps).hasPositiveValue();
            app.close();
            assertThat(taps).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
    void anAddressThatOthersReachIsRefusedUnlessAccepted(String address) {
        try (Served served = new Served()) {
            assertThatThrownBy(() -> served.begin("bind", address)).isInstanceOf(SettingException.class)
                    .hasMessageContaining("other machines").hasMessageContaining("insecure");
            assertThat(served.app.isRunning()).isFalse();
        }
    }

    @Test
    void anAddressThatOthersReachIsUsedIfAccepted() {
        try (Served served = new Served()) {
            served.begin("bind", "0.0.0.0", "insecure", "true");
            assertThat(served.app.status()).startsWith("0.0.0.0:");
        }
    }

    @ParameterizedTest
    @CsvSource({"log,6", "log,2", "log,0", "log,2048", "port,65536", "port,-1", "sessions,0", "heartbeat,1ms",
        "timeout,1ms", "timeout,1h", "conflate,0", "bind,no such host", "bogus,1", "day.roll,18:00"})
    void aSettingThatCannotBeUsedIsNamed(String key, String value) {
        try (Served served = new Served()) {
            assertThatThrownBy(() -> served.begin(key, value)).isInstanceOf(SettingException.class)
                    .hasMessageContaining(key);
            assertThat(served.app.isRunning()).isFalse();
        }
    }

    @Test
    void stoppingTellsClientsWhy() throws IOException {
        try (Served served = Served.start(); TestClient one = served.client("one");
                TestClient two = served.client("two")) {
            served.app.stop();
            for (TestClient client : List.of(one, two)) {
                Waiting.await(client.ended);
                assertThat(client.reason).isEqualTo("the service stops");
                assertThat(client.kinds.get(client.kinds.size() - 1)).isEqualTo(Chunk.Kind.CLOSE);
            }
        }
    }

    @Test
    void monitorsShowSessionsAndFigures() throws IOException {
        try (Served served = Served.start(); TestClient client = served.client("alice", true)) {
            served.gateway.publish(Served.tick(Served.RB, 1));
            Waiting.until(() -> client.ticks.size() == 1);
            client.session().beat(new Beat(client.through, System.nanoTime()).encode());

            List<Object> row = served.rows("sessions").get(0);
            assertThat(row).startsWith(client.opened().number(), "alice", "127.0.0.1");
            assertThat(row).hasSize(served.app.monitors().get(0).columns().size());
            assertThat((Long) row.get(6)).isPositive();
            List<String> columns = served.app.monitors().get(0).columns();
            assertThat(row.get(columns.indexOf("state"))).isEqualTo("live");
            assertThat(row.get(columns.indexOf("instruments"))).isEqualTo("all");
            assertThat((Long) row.get(columns.indexOf("sent events"))).isPositive();
            assertThat(row.get(columns.indexOf("acknowledged"))).isEqualTo(client.through);
            Waiting.until(() -> served.rows("sessions").get(0).get(columns.indexOf("lag")).equals(0L));
            assertThat(served.figure("ticks conflated")).isEqualTo(0L);
            assertThat(served.figure("sessions reset")).isEqualTo(0L);
            assertThat(served.figure("log MiB")).isEqualTo(64);
            assertThat((Long) served.figure("log reaches back s")).isNotNegative();
            assertThat(served.figure("sessions")).isEqualTo(1);
            assertThat((Long) served.figure("sequence")).isPositive();
            assertThat((Integer) served.figure("connections")).isPositive();
            assertThat(served.figure("events not encoded")).isEqualTo(0L);
        }
    }

    @Test
    void theOperatorCanDisconnectASession() throws IOException {
        try (Served served = Served.start(); TestClient bad = served.client("bad");
                TestClient good = served.client("good")) {
            Action disconnect = served.app.actions().get(0);
            String number = "" + bad.opened().number();
            String said = disconnect.run().apply(Settings.parse(disconnect.parameters(), Map.of("session", number)));

            assertThat(said).contains("bad").contains(number);
            Waiting.await(bad.ended);
            assertThat(bad.reason).contains("operator");
            Waiting.until(() -> served.sessions() == 1);
            assertThat(good.ended.getCount()).isEqualTo(1);
            assertThatThrownBy(() -> disconnect.run()
                    .apply(Settings.parse(disconnect.parameters(), Map.of("session", number))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(number);
        }
    }

    @Test
    void comingAndGoingIsLogged() throws IOException {
        try (Served served = Served.start(); TestClient watcher = served.client("watcher")) {
            try (TestClient client = served.client("alice")) {
                client.session().close(new byte[0]);
            }
            Waiting.until(() -> watcher.events.stream().filter(LogEntry.class::isInstance).map(Object::toString)
                    .anyMatch(text -> text.contains("alice disconnected: the client closed it")), () -> watcher.events);
        }
    }
}
