package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a whole but for requests, which {@link RequestsTest} has. */
@Timeout(60)
class CoreMainEngineTest {

    private static final Set<String> THREADS = Set.of("event-engine", "engine-schedule", "log-writer", "engine-close");

    private final MainEngine engine = MainEngine.create();
    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        engine.close();
    }

    private FakeGateway add(String name) {
        return (FakeGateway) engine.addGateway(FakeGateway.local("FAKE"), name);
    }

    private final class FakeApp implements App {
        private volatile boolean running;
        private volatile Runnable onStop = () -> { };

        @Override
        public String name() {
            return "FakeApp";
        }

        @Override
        public void start(Settings settings) {
            if (running) throw new IllegalStateException("FakeApp runs already");
            running = true;
            happened.add("start " + settings.integer("port"));
        }

        @Override
        public void stop() {
            running = false;
            happened.add("stop app");
            onStop.run();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public String status() {
            return "";
        }

        @Override
        public void close() {
            happened.add("close app");
        }
    }

    private final class FakeAppProvider implements AppProvider {
        @Override
        public String type() {
            return "FakeApp";
        }

        @Override
        public String description() {
            return "a fake";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of(SettingDescriptor.of("port", SettingType.INTEGER, "2014", "the port"));
        }

        @Override
        public App create(MainEngine owner) {
            return new FakeApp();
        }
    }

    @Test
    void givesEachGatewayItsContext() {
        FakeGateway gateway = add("A");

        assertThat(gateway.context.name()).isEqualTo("A");
        assertThat(gateway.context.sink()).isSameAs(engine.events());
        assertThat(gateway.context.home()).isEmpty();
        assertThat(engine.gateways()).containsExactly(gateway);
        assertThat(engine.gateway("A")).contains(gateway);
        assertThat(engine.gatewayTypes()).extracting(GatewayProvider::type).contains("FAKE", "SIM");
    }

    @Test
    void refusesASecondGatewayOfTheSameName() {
        add("A");

        assertThatThrownBy(() -> add("A"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("A already");
        assertThatThrownBy(() -> add("a.b"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a name");
        assertThat(engine.gateways()).hasSize(1);
    }

    @Test
    void listsTheKnownTypesWhenOneIsUnknown() {
        assertThatThrownBy(() -> engine.addGateway("SMI")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean SIM?");
        assertThatThrownBy(() -> engine.addApp("Nothing")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no app type is called 'Nothing'");
        assertThatThrownBy(() -> engine.connect("A", Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no gateway is called 'A'; there is none");
        assertThatThrownBy(() -> engine.start("A", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connectsWithCheckedSettings() {
        FakeGateway gateway = add("A");

        engine.connect("A", Map.of("speed", "60"));

        assertThat(((Settings) gateway.asked.remove()).integer("speed")).isEqualTo(60);
        assertThat(engine.settingsOf("A", Map.of()).integer("speed")).isEqualTo(1);
        assertThatThrownBy(() -> engine.connect("A", Map.of("sped", "60"))).isInstanceOf(SettingException.class);
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void waitsForAState() throws InterruptedException {
        FakeGateway gateway = add("A");
        engine.connect("A", Map.of());
        Thread network = new Thread(() -> {
            gateway.report(GatewayState.SYNCING);
            gateway.report(GatewayState.LIVE);
        });
        network.start();

        assertThat(engine.awaitState("A", GatewayState.LIVE, Duration.ofSeconds(30))).isTrue();
        assertThat(engine.gatewayStatus("A").orElseThrow().state()).isEqualTo(GatewayState.LIVE);
        network.join();
    }

    @Test
    void doesNotWaitOnForAGatewayThatGaveUp() throws InterruptedException {
        FakeGateway gateway = add("A");
        engine.connect("A", Map.of());
        gateway.report(GatewayState.DOWN);
        drain(engine.events());

        assertThat(engine.awaitState("A", GatewayState.LIVE, Duration.ofDays(1))).isFalse();
    }

    @Test
    void waitsForAGatewayThatWasToldDirectly() throws InterruptedException {
        FakeGateway gateway = add("A");
        gateway.report(GatewayState.CONNECTING);
        gateway.report(GatewayState.DOWN);
        drain(engine.events());
        CountDownLatch release = new CountDownLatch(1);
        engine.events().execute(() -> Fixtures.await(release));
        gateway.report(GatewayState.CONNECTING); // the event thread does not know of it yet
        gateway.report(GatewayState.LIVE);
        Thread waiter = new Thread(() -> {
            try {
                happened.add("" + engine.awaitState("A", GatewayState.LIVE, Duration.ofSeconds(30)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiter.start();
        until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        waiter.join();

        assertThat(happened).containsExactly("true");
    }

    @Test
    void refusesToWaitOnTheEventThread() {
        engine.events().execute(() -> {
            try {
                engine.awaitState("A", GatewayState.LIVE, Duration.ofDays(1));
            } catch (IllegalStateException e) {
                happened.add("refused");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        drain(engine.events());

        assertThat(happened).containsExactly("refused");
    }

    @Test
    void startsAndStopsApps() {
        App app = engine.addApp(new FakeAppProvider());

        engine.start("FakeApp", Map.of("port", "1"));
        app.stop();
        engine.start("FakeApp", Map.of());

        assertThat(happened).containsExactly("start 1", "stop app", "start 2014");
        assertThat(engine.apps()).containsExactly(app);
        assertThat(engine.app("FakeApp")).contains(app);
        assertThatThrownBy(() -> engine.addApp(new FakeAppProvider())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.start("FakeApp", Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.start("FakeApp", Map.of("x", "1"))).isInstanceOf(SettingException.class);
    }

    @Test
    void keepsOneCodecForAKindOfAppEvent() {
        AppEventCodec<AppEvent> codec = new AppEventCodec<>() {
            @Override
            public String kind() {
                return "k";
            }

            @Override
            public Class<AppEvent> type() {
                return AppEvent.class;
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public byte[] encode(AppEvent event) {
                return new byte[0];
            }

            @Override
            public AppEvent decode(int version, byte[] bytes) {
                return () -> "k";
            }
        };
        engine.addAppEventCodec(codec);

        assertThat(engine.appEventCodec("k")).containsSame(codec);
        assertThat(engine.appEventCodec("other")).isEmpty();
        assertThat(add("A").context.codecs().apply("k")).containsSame(codec);
        assertThatThrownBy(() -> engine.addAppEventCodec(codec)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAskerWhoseNameCannotBeShown() {
        assertThatThrownBy(() -> engine.requestsOf(new Origin("a\nb"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.requestsOf(new Origin("x".repeat(129))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void publishesAndWritesLogEntries() throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        try (MainEngine logging = MainEngine.create(EngineOptions.DEFAULTS.withHome(home))) {
            logging.events().on(LogEntry.class, entries::add);
            logging.log(LogLevel.INFO, "Test", "hello\nworld");
        }

        assertThat(entries).extracting(LogEntry::message).containsExactly("hello\nworld");
        try (var files = Files.list(home.resolve("log"))) {
            Path file = files.findFirst().orElseThrow();
            assertThat(file.getFileName().toString()).matches("trunkline_\\d{8}\\.log");
            assertThat(Files.readString(file)).matches("\\S+ \\S+ \\| INFO \\| Test \\| hello\\\\nworld\n");
        }
    }

    @Test
    void closesGatewaysThenAppsOnceTheirEventsWereHandledThenTheQueue() {
        FakeGateway gateway = add("A");
        engine.addApp(new FakeAppProvider());
        gateway.onClose = () -> happened.add("close gateway");
        engine.events().on(LogEntry.class, entry -> happened.add(entry.message()));
        engine.log(LogLevel.INFO, "Test", "queued");
        engine.events().onAll(event -> happened.add(event.getClass().getSimpleName()));

        engine.close();
        engine.close();

        assertThat(engine.isClosed()).isTrue();
        assertThat(happened).filteredOn(what -> what.startsWith("stop") || what.startsWith("close"))
                .containsExactly("close gateway", "stop app", "close app");
        assertThat(happened).contains("queued").containsSubsequence("close gateway", "GatewayStatus", "stop app");
    }

    @Test
    void closesTheRestThoughOnePartFails() {
        FakeGateway bad = add("A");
        FakeGateway good = add("B");
        bad.onClose = () -> {
            throw new IllegalStateException("on purpose");
        };
        good.onClose = () -> happened.add("close B");
        ((FakeApp) engine.addApp(new FakeAppProvider())).onStop = () -> {
            throw new IllegalStateException("on purpose");
        };

        engine.close();

        assertThat(happened).contains("stop app", "close app", "close B");
    }

    @Test
    void takesNothingAfterItClosed() {
        engine.close();

        assertThatThrownBy(() -> add("A")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.addApp(new FakeAppProvider())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.start("FakeApp", Map.of())).isInstanceOf(IllegalStateException.class);
        engine.log(LogLevel.INFO, "Test", "dropped");
        assertThat(engine.orders()).isEmpty();
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (THREADS.contains(thread.getName())) threads.add(thread);
        }
        return threads;
    }

    @Test
    void leavesNoThreadBehind() {
        Set<Thread> before = threads();
        MainEngine other = MainEngine.create(EngineOptions.DEFAULTS.withHome(home).withUnsubscribeDelay(Duration.ZERO));
        FakeGateway gateway = (FakeGateway) other.addGateway(FakeGateway.local("FAKE"), "A");
        var port = other.requestsOf(new Origin("x"));
        port.subscribe(new SubscribeRequest("A", RB));
        port.close();
        until(() -> gateway.asked.size() == 2);
        other.log(LogLevel.INFO, "Test", "x");
        Set<Thread> added = threads();
        added.removeAll(before);
        assertThat(added).hasSize(3).allMatch(Thread::isDaemon);

        other.close();

        until(() -> added.stream().noneMatch(Thread::isAlive));
        drain(engine.events());
    }

    @Test
    void closesOnTheEventThread() throws InterruptedException {
        MainEngine other = MainEngine.create();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        other.events().on(LogEntry.class, entry -> seen.add(entry.message()));
        other.events().execute(() -> {
            Fixtures.await(started);
            other.close();
            closed.countDown();
        });
        other.log(LogLevel.INFO, "Test", "queued before");
        started.countDown();
        Fixtures.await(closed);

        until(() -> seen.contains("queued before"));
    }

    @Test
    void sharesNothingWithAnotherEngine() {
        MainEngine other = MainEngine.create();
        add("A");
        other.events().on(LogEntry.class, entry -> happened.add("here"));
        engine.log(LogLevel.INFO, "Test", "x");
        drain(engine.events());
        drain(other.events());

        assertThat(other.gateways()).isEmpty();
        assertThat(happened).isEmpty();
        other.close();
        assertThat(engine.isClosed()).isFalse();
    }
}
