package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs of others that use the packaged libraries, each in a JVM of its own that has to end by itself. */
@Timeout(90)
class EmbeddingIT {

    private static final String LIBRARIES = Path.of(Program.JAR).resolveSibling("lib").toString();

    @Test
    void twoEnginesInOneJvmOnTheClassPathLeaveNothingBehind() throws Exception {
        runTwoEngines(List.of("-cp", Program.JAR), "false");
    }

    @Test
    void twoEnginesInOneJvmOnTheModulePathLeaveNothingBehind() throws Exception {
        runTwoEngines(List.of("-p", LIBRARIES, "--add-modules",
                "io.trunkline.engine.impl,io.trunkline.rmi.service,io.trunkline.rmi.gateway"), "true");
    }

    private static void runTwoEngines(List<String> path, String named) throws Exception {
        List<String> arguments = new ArrayList<>(path);
        arguments.add(Path.of(EmbeddingIT.class.getResource("/programs/TwoEngines.java").toURI()).toString());
        try (Program program = Program.java(arguments)) {
            assertThat(program.exitCode()).as("%s", program.err()).isZero();
            assertThat(program.out()).containsExactly("engine module " + named, "live true", "accepted true",
                    "gateways 1 and 1", "threads left []", "port open false", "properties set 0");
        }
    }
}
