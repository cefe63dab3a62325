package io.trunkline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DeskAppTest {

    @Test
    void isFoundByItsType() {
        try (MainEngine engine = MainEngine.create()) {
            assertThat(engine.addApp("Desk").isRunning()).isFalse();
        }
    }

    @Test
    void standsInTheChainWhileItRuns() {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            rig.start(Map.of("orderVolume", "1"));
            assertThat(rig.engine.interceptors()).containsExactly("desk");
            assertThat(rig.desk.isRunning()).isTrue();
            assertThatThrownBy(() -> rig.start(Map.of())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("running already");

            rig.desk.stop();
            assertThat(rig.engine.interceptors()).isEmpty();
            assertThat(rig.desk.isRunning()).isFalse();
            assertThat(rig.buy("alice", 5).isAccepted()).isTrue();
            assertThatThrownBy(() -> rig.set("all", "", "HALTED")).hasMessageContaining("start the app Desk first");

            rig.start(Map.of("orderVolume", "2"));
            assertThat(Rig.why(rig.buy("alice", 5)).message()).contains("the 2 that");
        }
    }

    @Test
    void refusesNothingSensibleByDefault() {
        try (Rig rig = Rig.started(Map.of())) {
            rig.publish(Rig.last(3000));
            for (int i = 0; i < 100; i++) {
                assertThat(rig.buy("alice", 100_000).isAccepted()).isTrue();
                assertThat(rig.of("alice").sendQuote(Rig.quote(100_000)).isAccepted()).isTrue();
                assertThat(rig.of("alice").sendOrder(Rig.limit(1, 90_000)).isAccepted()).isTrue();
            }
        }
    }

    @Test
    void leavesNoThreadBehind() {
        Set<Thread> before = deskThreads();
        try (Rig rig = Rig.started(Map.of())) {
            assertThat(before.containsAll(deskThreads())).isFalse();
            rig.desk.stop();
            Rig.until(() -> before.containsAll(deskThreads()));
        }
    }

    @Test
    void isSwitchedAndWatchedThroughJmx() throws Exception {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS.withManagement("desk-test"))) {
            rig.start(Map.of());
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName("io.trunkline:type=app,engine=desk-test,name=Desk");
            String text = String.class.getName();

            assertThat(server.invoke(name, "state", new Object[] {"client", "alice", "HALTED", ""},
                    new String[] {text, text, text, text})).isEqualTo(
                            "client alice is HALTED (was ACTIVE); no order of a client alice was taken today");

            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("halted");
            assertThat((CompositeData[]) server.getAttribute(name, "states")).singleElement()
                    .extracting(row -> row.get("set by")).isEqualTo(System.getProperty("user.name"));
            assertThat(server.getAttribute(name, "desk.refused")).isEqualTo(1L);
        }
    }

    private static Set<Thread> deskThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("desk-"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "orderVolume|-1|setting orderVolume: -1 is below 0; 0 means no limit",
            "all.dayOrders|-1|setting all.dayOrders: -1 is below 0; 0 means no limit",
            "interval|0s|setting interval: 0 is no interval; write 1s or so",
            "day.roll|18:00|setting day.roll: '18:00' is not a time of the day and a time zone, such as 18:00 Asia/Sha",
            "day.roll|25:00 UTC|setting day.roll: '25:00 UTC' is not a time of the day and a time zone",
            "dayOrder|1|setting dayOrder: unknown; did you mean dayOrders?"})
    void refusesSettingsThatCannotBeUsed(String key, String text, String message) {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            assertThatThrownBy(() -> rig.start(Map.of(key, text))).isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(message);
            assertThat(rig.desk.isRunning()).isFalse();
        }
    }
}
