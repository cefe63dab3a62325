package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BusinessLogTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path home;

    private final List<String> lines = RecordingLogger.lines();

    private BusinessLog start() {
        LogFile file = new LogFile(home, () -> NOON, SHANGHAI, new RecordingLogger("file", lines));
        return BusinessLog.start(Optional.of(file), SHANGHAI, name -> new RecordingLogger(name, lines));
    }

    private static LogEntry entry(String gateway, LogLevel level, String message) {
        return new LogEntry(gateway, level, message, NOON.plusMillis(7));
    }

    private List<String> file() throws IOException {
        return Files.readAllLines(home.resolve("trunkline_20261123.log"));
    }

    @Test
    void writesLinesAsTheModelDoes() throws IOException {
        BusinessLog log = start();
        log.add(entry("SIM", LogLevel.INFO, "connected"));
        log.add(entry("RPC.CTP", LogLevel.CRITICAL, "gone"));
        log.close();

        assertThat(file()).containsExactly("2026-11-23 12:00:00.007 | INFO | SIM | connected",
                "2026-11-23 12:00:00.007 | CRITICAL | RPC.CTP | gone");
        assertThat(lines).containsExactly("INFO trunkline.SIM connected", "ERROR trunkline.RPC.CTP gone");
    }

    @Test
    void mapsEveryLevel() {
        BusinessLog log = start();
        for (LogLevel level : LogLevel.values()) log.add(entry("SIM", level, level.name()));
        log.close();

        assertThat(lines).containsExactly("DEBUG trunkline.SIM DEBUG", "INFO trunkline.SIM INFO",
                "WARN trunkline.SIM WARNING", "ERROR trunkline.SIM ERROR", "ERROR trunkline.SIM CRITICAL");
    }

    @Test
    void letsNobodyForgeALine() throws IOException {
        BusinessLog log = start();
        log.add(entry("SIM", LogLevel.INFO, "x\r\n2026-11-23 12:00:00.000 | ERROR | SIM | forged\u001b[2J"));
        log.add(entry("SIM | ERROR\n", LogLevel.INFO, "y"));
        log.add(entry("SIM", LogLevel.INFO, "{} is not a place for a value"));
        log.close();

        assertThat(file()).hasSize(3);
        assertThat(file().get(0))
                .endsWith("| INFO | SIM | x\\r\\n2026-11-23 12:00:00.000 | ERROR | SIM | forged\\u001b[2J");
        assertThat(file().get(1)).endsWith("| INFO | SIM / ERROR\\n | y");
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("\n"))
                .last().asString().endsWith("{} is not a place for a value");
    }

    @Test
    void bearsATimeThatNoCalendarHas() throws IOException {
        BusinessLog log = start();
        log.add(new LogEntry("SIM", LogLevel.INFO, "never", Instant.MAX));
        log.add(entry("SIM", LogLevel.INFO, "next"));
        log.close();

        assertThat(file()).singleElement().asString().endsWith("next");
    }

    @Test
    void neverWaitsForASlowWriterAndSaysWhatItLeftOut() throws IOException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LogFile file = new LogFile(home, () -> NOON, SHANGHAI, new RecordingLogger("file", lines));
        BusinessLog log = BusinessLog.start(Optional.of(file), SHANGHAI, name -> {
            writing.countDown();
            Fixtures.await(release);
            return new RecordingLogger(name, lines);
        });
        log.add(entry("SIM", LogLevel.INFO, "first"));
        Fixtures.await(writing);

        for (int i = 0; i < 20_000; i++) log.add(entry("SIM", LogLevel.INFO, "more"));
        release.countDown();
        log.close();

        assertThat(file()).hasSizeBetween(2, 9_000);
        assertThat(lines.size()).isEqualTo(file().size());
    }

    @Test
    void asksForABoundedNumberOfLoggers() {
        Set<String> asked = new HashSet<>();
        BusinessLog log = BusinessLog.start(Optional.empty(), SHANGHAI, name -> {
            asked.add(name);
            return new RecordingLogger(name, lines);
        });
        for (int i = 0; i < 5_000; i++) log.add(entry("RPC.G" + i, LogLevel.INFO, "x"));
        log.close();

        assertThat(asked).hasSizeLessThan(300).contains("trunkline.other");
        assertThat(lines).hasSize(5_000);
    }
}
