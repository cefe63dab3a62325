package io.trunkline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CountsKeptTest {

    private static final Map<String, String> ONE_A_DAY = Map.of("dayOrders", "1");

    @TempDir
    private Path home;

    private Path file() {
        return home.resolve("state").resolve("desk-counts.properties");
    }

    @Test
    void holdInTheEngineThatComesNextOnTheSameDay() {
        try (Rig rig = Rig.at(home)) {
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("J\u00fcrgen = 1", 1).isAccepted()).isTrue();
        }
        try (Rig rig = Rig.at(home)) {
            rig.start(ONE_A_DAY);
            assertThat(Rig.why(rig.buy("J\u00fcrgen = 1", 1)).rule()).isEqualTo("day-orders");
            assertThat(rig.buy("bob", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void areGoneForTheEngineOfTheNextDay() {
        try (Rig rig = Rig.at(home)) {
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
        try (Rig rig = Rig.at(home)) {
            rig.move(Duration.ofHours(6));
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void areNotGivenFreeByAClockThatGoesBack() {
        try (Rig rig = Rig.at(home)) {
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
        try (Rig rig = Rig.at(home)) {
            rig.move(Duration.ofDays(-3));
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
        }
    }

    @Test
    void areWrittenWhileItRuns() {
        try (Rig rig = Rig.at(home)) {
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            Rig.until(() -> Files.exists(file()));
            assertThat(file()).content().contains("day=2026-11-23\n", "dayOrders\\talice\\t=1\n",
                    "contractOrders\\talice\\trb2610.SHFE=1\n", "dayOrders\\t\\t=1\n");
        }
    }

    @Test
    void holdWhenAnAppWithoutAHomeIsStartedAgain() {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            rig.desk.stop();
            rig.start(ONE_A_DAY);
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
        }
    }

    @Test
    void areNotForgottenIfTheyCannotBeRead() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "version=1\nday=today\n");
        try (Rig rig = Rig.at(home)) {
            assertThatThrownBy(() -> rig.start(ONE_A_DAY)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file() + " cannot be used: day: Text 'today' could not be parsed");
        }
    }
}
