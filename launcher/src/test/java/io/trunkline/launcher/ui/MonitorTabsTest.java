package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Monitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonitorTabsTest {

    private static final Monitor SESSIONS = new Monitor("sessions", List.of("session"), () -> List.of(List.of(1)));
    private static final Monitor BROKEN = new Monitor("broken", List.of("any"), () -> {
        throw new IllegalStateException("no answer");
    });

    private final MonitorTabs tabs = new MonitorTabs();

    @Test
    void monitorsThatComeLaterGetTheirTabs() {
        show();
        assertThat(tabs.component().isVisible()).isFalse();

        show(SESSIONS);

        assertThat(tabs.component().isVisible()).isTrue();
        assertThat(tabs.tables()).singleElement()
                .satisfies(table -> assertThat(table.table().getValueAt(0, 0)).isEqualTo(1));
    }

    @Test
    void tablesStayAsLongAsMonitorsAndColumnsDo() {
        show(SESSIONS);
        List<RowsTable> before = tabs.tables();
        show(SESSIONS);
        assertThat(tabs.tables()).isEqualTo(before);

        show(new Monitor("sessions", List.of("session", "client"), List::of));

        assertThat(tabs.tables()).singleElement()
                .satisfies(table -> assertThat(table.columns()).containsExactly("session", "client"));
    }

    @Test
    void aMonitorThatFailsSaysSoAndTheOthersAreShown() {
        show(BROKEN, SESSIONS);

        assertThat(tabs.faults()).containsExactly("java.lang.IllegalStateException: no answer", "");
        assertThat(tabs.tables().get(1).table().getRowCount()).isEqualTo(1);
    }

    private void show(Monitor... monitors) {
        tabs.show(Stream.of(monitors).map(MonitorRows::of).toList());
    }
}
