package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a process that says whatever is said to it. */
@Timeout(30)
class ChildTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Process process;
    private Child child;

    @BeforeEach
    void start() throws IOException {
        String java = JavaCommand.of(Object.class, List.of()).get(0);
        process = new ProcessBuilder(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("trunkline.test.classes", "target/test-classes"), Echo.class.getName()).start();
        child = Child.of("echo", process);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    /** The process. */
    static final class Echo {

        private Echo() {}

        public static void main(String[] arguments) throws IOException {
            System.in.transferTo(System.out);
        }
    }

    @Test
    void givesCommandsAndReadsAnswers() throws InterruptedException {
        assertThat(child.ask("one\ntwo\nEND", SOON)).containsExactly("one", "two");
        assertThat(child.ask("STATUS\nEND", SOON)).containsExactly("STATUS");
    }

    @Test
    void throwsIfTheCommandFailed() {
        assertThatThrownBy(() -> child.ask("ERROR too late\nEND", SOON)).hasMessage("the echo failed: too late");
    }

    @Test
    void throwsIfNoAnswerComes() {
        assertThatThrownBy(() -> child.ask("one", Duration.ofMillis(1)))
                .hasMessageStartingWith("the echo did not answer within");
    }

    @Test
    void throwsIfTheProcessEnded() {
        process.destroyForcibly();

        assertThatThrownBy(() -> child.answer(SOON)).hasMessage("the echo ended early");
    }

    @Test
    void letsTheProcessEndByItself() throws InterruptedException {
        child.close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
