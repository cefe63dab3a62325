package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Program;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Row 32: faults at random, for a short time. */
@Timeout(180)
class SoakIT {

    private static final String SEED = "20261126";

    @Test
    void aRandomMixOfFaultsLosesNothing() throws Exception {
        try (Program program = Program.start("soak", "--seconds", Integer.toString(Length.of(8, 30)),
                "--seed", SEED, "--heartbeat", "300",
                "--timeout", "1000")) {
            Eventually.within(Duration.ofSeconds(150), () -> "the end of " + program, () -> !program.isAlive());
            assertThat(program.exitCode()).as("seed %s: %s", SEED, program).isZero();
            List<String> out = program.out();
            assertThat(out).first().asString().startsWith("seed " + SEED);
            assertThat(out).anyMatch(line -> line.endsWith("entries compared, clean")).contains("all is well");
        }
    }

    @Test
    void helpTellsHowToReplayAndBadUsageIsRefused() throws Exception {
        try (Program program = Program.start("soak", "--help")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).anyMatch(line -> line.contains("--seed S"));
        }
        try (Program program = Program.start("soak", "--clients", "0")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.err()).contains("--clients is from 1 to 20");
        }
    }
}
