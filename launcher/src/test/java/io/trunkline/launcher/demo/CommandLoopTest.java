package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CommandLoopTest {

    @Test
    void answersUntilItsInputEnds() throws Exception {
        assertThat(talk("A\nB\nC\n")).containsExactly(
                "hello", "END", "one", "two", "END", "ERROR java.lang.IllegalStateException: no", "END",
                "ERROR unknown command C", "END");
    }

    private static List<String> talk(String commands) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CommandLoop()
                .on("A", () -> List.of("one", "two"))
                .on("B", () -> {
                    throw new IllegalStateException("no");
                })
                .run("hello", new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
