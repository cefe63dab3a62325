package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogFileTest {

    @TempDir
    private Path home;

    private Instant now = NOON;
    private final List<String> lines = RecordingLogger.lines();

    private LogFile file(Path folder) {
        return new LogFile(folder, () -> now, ZoneId.of("Asia/Shanghai"), new RecordingLogger("file", lines));
    }

    @Test
    void writesAFileADayByTheClock() throws IOException {
        LogFile file = file(home.resolve("log"));

        file.write("one\n涨\n");
        now = Instant.parse("2026-11-23T15:59:59.999Z"); // a moment before midnight in Shanghai
        file.write("two\n");
        now = now.plusMillis(1);
        file.write("three\n");
        file.close();

        assertThat(Files.readString(home.resolve("log/trunkline_20261123.log"))).isEqualTo("one\n涨\ntwo\n");
        assertThat(Files.readString(home.resolve("log/trunkline_20261124.log"))).isEqualTo("three\n");
    }

    @Test
    void addsToAFileThatIsThere() throws IOException {
        LogFile first = file(home);
        first.write("one\n");
        first.close();

        LogFile second = file(home);
        second.write("two\n");
        second.close();

        assertThat(Files.readString(home.resolve("trunkline_20261123.log"))).isEqualTo("one\ntwo\n");
    }

    @Test
    void reportsAFailureOnceAndCountsAll() throws IOException {
        Path blocked = Files.createFile(home.resolve("a file, not a folder"));
        LogFile file = file(blocked);

        for (int i = 0; i < 3; i++) file.write("lost\n");

        assertThat(file.failures()).isEqualTo(3);
        assertThat(lines).singleElement().asString().startsWith("WARN").contains("cannot be written");
    }

    @Test
    void writesAgainOnceItCan() throws IOException {
        Path folder = home.resolve("log");
        Files.createFile(folder);
        LogFile file = file(folder);
        file.write("lost\n");
        Files.delete(folder);

        now = now.plus(Duration.ofSeconds(1));
        file.write("kept\n");
        file.close();

        assertThat(Files.readString(folder.resolve("trunkline_20261123.log"))).isEqualTo("kept\n");
    }
}
