package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastLineTest {

    private boolean isOurs = true;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final LastLine line = new LastLine(terminal, () -> isOurs);
    private final OutputStream output = line.above(terminal);

    @BeforeEach
    void tenColumns() {
        line.fit(10);
    }

    private void print(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "|")
                .replace("\u001b[?7l", "").replace("\u001b[?7h", "");
    }

    @Test
    void staysBelowWhatIsWritten() throws IOException {
        line.show("status");
        print("event\n");

        assertThat(shown()).isEqualTo("|status|event\n|status");
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        line.show("1");
        print("half ");
        line.show("2");
        print("line\n");

        assertThat(shown()).isEqualTo("|1|half line\n|2");
    }

    @Test
    void isCutBeforeItWouldWrap() {
        line.show("0123456789abc");

        assertThat(shown()).isEqualTo("|012345678");
    }

    @Test
    void leavesTheTerminalToTheShellWhileInTheBackground() throws IOException {
        line.show("1");
        isOurs = false;
        line.show("2");
        print("event\n");
        line.clear();
        assertThat(shown()).isEqualTo("|1event\n");

        isOurs = true;
        print("more\n");
        line.show("3");
        assertThat(shown()).isEqualTo("|1event\nmore\n|3");
    }

    @Test
    void isGoneOnceItIsCleared() throws IOException {
        line.show("status");
        line.clear();
        print("closed\n");

        assertThat(shown()).isEqualTo("|status|closed\n");
    }

    @Test
    void isNothingWithoutATerminal() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        LastLine.NONE.show("status");
        LastLine.NONE.above(pipe).write('x');

        assertThat(pipe.toString(StandardCharsets.UTF_8)).isEqualTo("x");
        assertThat(LastLine.ofStderr(terminal, Map.of("TERM", "dumb")).exists()).isFalse();
    }
}
