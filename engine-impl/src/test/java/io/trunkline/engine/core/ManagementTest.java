package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ManagementTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private static Set<ObjectName> names(String engine) throws JMException {
        return SERVER.queryNames(new ObjectName("io.trunkline:engine=" + engine + ",*"), null);
    }

    @Test
    void nothingIsShownUnlessItIsAskedFor() throws Exception {
        try (MainEngine engine = MainEngine.create()) {
            engine.addGateway("SIM");
            assertThat(SERVER.queryNames(new ObjectName("io.trunkline:*"), null)).isEmpty();
        }
    }

    @Test
    void showsTheEngineAndItsGatewaysUntilItIsClosed() throws Exception {
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS.withManagement("shown"))) {
            engine.addGateway("SIM");
            ObjectName events = new ObjectName("io.trunkline:type=engine,engine=shown");
            ObjectName gateway = new ObjectName("io.trunkline:type=gateway,engine=shown,name=SIM");

            assertThat(names("shown")).containsExactlyInAnyOrder(events, gateway);
            assertThat(SERVER.getAttribute(gateway, "gateway.state")).isEqualTo("DOWN");
            assertThat(SERVER.getAttribute(gateway, "replay.state")).isInstanceOf(String.class);
            assertThat(SERVER.getAttribute(events, "events.queued")).isInstanceOf(Integer.class);
            assertThat(SERVER.getAttribute(events, "events.dispatched/s")).isInstanceOf(Double.class);
            assertThat(SERVER.getMBeanInfo(gateway).getOperations()).extracting(MBeanOperationInfo::getName)
                    .contains("pause", "resume");
            assertThat(SERVER.invoke(gateway, "pause", new Object[0], new String[0])).isInstanceOf(String.class);
        }
        assertThat(names("shown")).isEmpty();
    }

    @Test
    void twoEnginesOfTheSameNameAreToldApart() throws Exception {
        EngineOptions options = EngineOptions.DEFAULTS.withManagement("twin");
        try (MainEngine one = MainEngine.create(options); MainEngine two = MainEngine.create(options)) {
            one.addGateway("SIM");
            two.addGateway("SIM");
            assertThat(names("twin")).hasSize(2);
            assertThat(names("twin-2")).hasSize(2);
        }
    }

    /** An app that says what it shows only once it is let. */
    private static App slow(String name, CountDownLatch asked, CountDownLatch release) {
        return (App) Proxy.newProxyInstance(App.class.getClassLoader(), new Class<?>[] {App.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "name" -> name;
                    case "status" -> "";
                    case "isRunning" -> true;
                    case "actions" -> List.of();
                    case "monitors" -> {
                        asked.countDown();
                        Fixtures.await(release);
                        yield List.of();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void aPluginThatTakesItsTimeHoldsUpNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (MainEngine engine = MainEngine.create()) {
            Management management = new Management("slow", engine.events());
            Thread adding = new Thread(() -> management.add(slow("Slow", asked, release)));
            adding.start();
            Fixtures.await(asked);

            CompletableFuture.runAsync(() -> management.add(slow("Quick", asked, new CountDownLatch(0))))
                    .get(10, TimeUnit.SECONDS);
            assertThat(names("slow")).hasSize(2);
            CompletableFuture.runAsync(management::close).get(10, TimeUnit.SECONDS);
            assertThat(names("slow")).isEmpty();

            release.countDown();
            adding.join();
            assertThat(names("slow")).as("what was added too late").isEmpty();
        } finally {
            release.countDown();
        }
    }

    @Test
    void tablesAreArraysWhoseColumnsHaveTheTypeThatFits() throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        MonitorBean bean = new MonitorBean("b", () -> List.of(
                new Monitor("people", List.of("name", "age", "height", "id"), () -> List.copyOf(rows))), List::of);
        assertThat((CompositeData[]) bean.getAttribute("people")).isEmpty();
        rows.add(List.of("Ann", 30, 1.5, 7L));
        rows.add(List.of("Bob", 40L, 2, "none"));

        CompositeData[] people = (CompositeData[]) bean.getAttribute("people");
        assertThat(Arrays.stream(people).map(row -> row.getAll(new String[] {"name", "age", "height", "id"})))
                .containsExactly(new Object[] {"Ann", 30L, 1.5, "7"}, new Object[] {"Bob", 40L, 2.0, "none"});
        assertThat(bean.getMBeanInfo().getAttributes()[0].getType()).isEqualTo(CompositeData[].class.getName());
    }

    @Test
    void anActionThatIsRefusedSaysWhyInAClassThatEveryConsoleKnows() throws Exception {
        MonitorBean bean = new MonitorBean("b", List::of, () -> List.of(new Action("end", "Ends.",
                List.of(SettingDescriptor.of("number", SettingType.INTEGER, "", "Which.")),
                settings -> "ended " + settings.integer("number"))));

        assertThat(bean.invoke("end", new Object[] {"7"}, null)).isEqualTo("ended 7");
        assertThatThrownBy(() -> bean.invoke("end", new Object[] {"x"}, null)).isInstanceOf(MBeanException.class)
                .hasMessageContaining("'x'").hasCauseExactlyInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bean.invoke("end", new Object[0], null)).isInstanceOf(MBeanException.class);
    }

    @Test
    void aHandlersFaultIsCountedAndRecorded() throws Exception {
        LinkedBlockingQueue<RecordedEvent> recorded = new LinkedBlockingQueue<>();
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS.withManagement("faulty"));
                RecordingStream stream = new RecordingStream()) {
            stream.enable(HandlerFaultEvent.class);
            stream.onEvent("io.trunkline.HandlerFault", recorded::add);
            stream.startAsync();
            CountDownLatch handled = new CountDownLatch(1);
            engine.events().on(LogEntry.class, entry -> {
                handled.countDown();
                throw new IllegalStateException("no good");
            });
            engine.log(LogLevel.INFO, "test", "words");

            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
            RecordedEvent fault = recorded.poll(20, TimeUnit.SECONDS);
            assertThat(fault).isNotNull();
            assertThat(fault.getString("fault")).contains("no good");
            assertThat(SERVER.getAttribute(new ObjectName("io.trunkline:type=engine,engine=faulty"),
                    "events.handler faults")).isEqualTo(1L);
        }
    }
}
