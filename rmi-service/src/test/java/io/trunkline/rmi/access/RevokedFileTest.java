package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevokedFileTest {

    private static final String ONE = "ab".repeat(32);
    private static final String TWO = "0c".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void whatIsNotThereRevokesNothing() throws Exception {
        assertThat(RevokedFile.read(folder.resolve("revoked")).fingerprints()).isEmpty();
    }

    @Test
    void linesStayAsTheyAreAndMoreComeBehind() throws Exception {
        Path file = Files.writeString(folder.resolve("revoked"), "# mine\n\nbob " + "AB:".repeat(31) + "AB by hand");
        RevokedFile more = RevokedFile.read(file).with("alice", TWO, LocalDate.of(2026, 11, 26));

        Files.writeString(file, more.text());

        assertThat(RevokedFile.read(file)).isEqualTo(more);
        assertThat(more.fingerprints()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(more.text()).startsWith("# mine\n\nbob AB:").endsWith(" by hand\nalice " + TWO + " 2026-11-26\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "bob 0c0c", "bob g", ONE_LINE_TOO_LONG})
    void aLineThatRevokesNobodyIsNotPassedOver(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("revoked"), "# mine\n" + line + "\n");
        assertThatThrownBy(() -> RevokedFile.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("revoked, line 2: NAME FINGERPRINT DATE is expected");
    }

    private static final String ONE_LINE_TOO_LONG =
            "bob 0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0";
}
