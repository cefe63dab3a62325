package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark works; what it measures here, beside other tests, means nothing. */
@Timeout(120)
class BenchIT {

    @Test
    void comparesOurPathWithARawSocketAndLosesNothingOnTheWay(@TempDir Path folder) throws Exception {
        try (Program program = Program.run("bench", "--quick", "--rows", "push-1,frame-bytes", "--rounds", "1",
                "--seconds", "0.1", "--warm-up", "0.1", "--out", folder.toString())) {
            assertThat(program.exitCode()).as("%s", program.err()).isZero();
            assertThat(program.out()).anyMatch(line -> line.matches("figure push-1 \\S+ >=0\\.90"))
                    .anyMatch(line -> line.matches("figure push-1-unix \\S+ >=1\\.10"))
                    .anyMatch(line -> line.matches("figure frame-bytes-one-level \\S+ <=90\\.0"));
        }
        assertThat(Files.readString(folder.resolve("bench.md"))).contains("| raw-tcp | rate | events/s |");
        List<String> rows = Files.readAllLines(folder.resolve("bench.csv"));
        assertThat(rows).anyMatch(row -> row.startsWith("push-1,trunkline,rate,events/s,1,"));
        assertThat(Files.readString(folder.resolve("push-1.svg"))).startsWith("<svg").contains(">trunkline<");
    }

    @Test
    void namesItsRowsAndRefusesOthers() throws Exception {
        try (Program program = Program.run("bench", "--list")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).anyMatch(line -> line.startsWith("push-50 "));
        }
        try (Program program = Program.run("bench", "--rows", "push-2")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.err()).first().asString().startsWith("unknown row 'push-2'; there are [push-1, ");
        }
    }
}
