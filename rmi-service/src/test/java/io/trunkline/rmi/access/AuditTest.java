package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.DayRoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    @TempDir
    private Path home;
    private Instant now = Instant.parse("2026-11-26T09:59:59Z"); // before 18:00 in Shanghai

    private List<String> lines(String day) throws IOException {
        return Files.readAllLines(home.resolve("audit/audit_" + day + ".log"));
    }

    @Test
    void noTextOfAClientMakesALineOfItsOwnOrMovesACursor() throws IOException {
        try (Audit audit = Audit.to(home.resolve("audit"), () -> now, DayRoll.DEFAULT)) {
            audit.write("eve\n2026 tom", "10.0.0.1\r", "order", "\u001b[2J\u202e\tx" + "y".repeat(5000));
        }
        assertThat(lines("2026-11-26")).singleElement().asString()
                .startsWith("2026-11-26T09:59:59Z\teve\\n2026 tom\t10.0.0.1\\r\torder\t\\u001b[2J\\u202e\\tx")
                .hasSizeLessThan(2200);
    }

    @Test
    void aTradingDayHasAFileOfItsOwnAndWhatIsThereStays() throws IOException {
        try (Audit audit = Audit.to(home.resolve("audit"), () -> now, DayRoll.DEFAULT)) {
            audit.write("a", "p", "one", "");
            now = now.plusSeconds(1);
            audit.write("a", "p", "two", "");
        }
        try (Audit audit = Audit.to(home.resolve("audit"), () -> now, DayRoll.DEFAULT)) {
            audit.write("a", "p", "three", "");
        }
        assertThat(lines("2026-11-26")).hasSize(1);
        assertThat(lines("2026-11-27")).extracting(line -> line.split("\t")[3]).containsExactly("two", "three");
    }

    @Test
    void aDayEndsWhenItIsSaidTo() throws IOException {
        now = Instant.parse("2026-11-26T21:59:59Z"); // before 17:00 in New York
        try (Audit audit = Audit.to(home.resolve("audit"), () -> now, DayRoll.parse("17:00 America/New_York"))) {
            audit.write("a", "p", "one", "");
            now = now.plusSeconds(1);
            audit.write("a", "p", "two", "");
        }
        assertThat(lines("2026-11-26")).singleElement().asString().contains("one");
        assertThat(lines("2026-11-27")).singleElement().asString().contains("two");
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Audit.to(home.resolve("audit"), () -> now, DayRoll.DEFAULT).close();
        try (Stream<Path> files = Files.list(home.resolve("audit"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.findFirst().orElseThrow())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatCannotBeWrittenIsCountedAndWritingGoesOnOnceItCan() throws IOException {
        Path folder = home.resolve("audit");
        try (Audit audit = Audit.to(folder, () -> now, DayRoll.DEFAULT)) {
            now = now.plusSeconds(1);
            Path file = Files.createDirectory(folder.resolve("audit_2026-11-27.log"));
            audit.write("a", "p", "lost", "");
            assertThat(audit.lost()).isOne();
            Files.delete(file);
            audit.write("a", "p", "kept", "");
        }
        assertThat(lines("2026-11-27")).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorAtOnce() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> Audit.to(file.resolve("audit"), () -> now, DayRoll.DEFAULT))
                .isInstanceOf(IOException.class);
    }
}
