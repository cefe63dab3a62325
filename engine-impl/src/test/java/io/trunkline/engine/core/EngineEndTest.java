package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.SubscribeRequest;
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

/** How an engine ends. */
@Timeout(60)
class EngineEndTest {

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

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (THREADS.contains(thread.getName())) threads.add(thread);
        }
        return threads;
    }

    @Test
    void closesGatewaysThenAppsOnceTheirEventsWereHandledThenTheQueue() {
        FakeGateway gateway = add("A");
        engine.addApp(new FakeApp.Provider(happened));
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
        ((FakeApp) engine.addApp(new FakeApp.Provider(happened))).onStop = () -> {
            throw new IllegalStateException("on purpose");
        };

        engine.close();

        assertThat(happened).contains("stop app", "close app", "close B");
    }

    @Test
    void takesNothingAfterItClosed() {
        engine.close();

        assertThatThrownBy(() -> add("A")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.addApp(new FakeApp.Provider(happened)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.start("FakeApp", Map.of())).isInstanceOf(IllegalStateException.class);
        engine.log(LogLevel.INFO, "Test", "dropped");
        assertThat(engine.orders()).isEmpty();
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
}
