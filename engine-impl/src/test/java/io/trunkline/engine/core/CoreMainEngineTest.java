package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a whole but for requests, which {@link RequestsTest} has, and its {@linkplain EngineEndTest end}. */
@Timeout(60)
class CoreMainEngineTest {

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
        App app = engine.addApp(new FakeApp.Provider(happened));

        engine.start("FakeApp", Map.of("port", "1"));
        app.stop();
        engine.start("FakeApp", Map.of());

        assertThat(happened).containsExactly("start 1", "stop app", "start 2014");
        assertThat(engine.apps()).containsExactly(app);
        assertThat(engine.app("FakeApp")).contains(app);
        assertThatThrownBy(() -> engine.addApp(new FakeApp.Provider(happened)))
                .isInstanceOf(IllegalArgumentException.class);
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
