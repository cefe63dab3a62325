package io.trunkline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StatesKeptTest {

    @TempDir
    private Path home;

    private Path file() {
        return home.resolve("state").resolve("desk.properties");
    }

    @Test
    void isWrittenBeforeTheSwitchIsAnswered() throws IOException {
        try (Rig rig = Rig.at(home)) {
            rig.start(Map.of());
            rig.set("client", "J\u00fcrgen = 1: a#b", "HALTED");
            assertThat(Files.readAllLines(file())).containsExactly(
                    "# kept by the app Desk; change it only while that is stopped",
                    "client.J\u00fcrgen\\ \\=\\ 1\\:\\ a\\#b=HALTED\\ 2026-11-23T04\\:00\\:00Z\\ the\\ test",
                    "version=1");
            assertThat(file().resolveSibling("desk.tmp")).doesNotExist();
        }
    }

    @Test
    void holdsInTheEngineThatComesNext() {
        try (Rig rig = Rig.at(home)) {
            rig.start(Map.of());
            rig.set("client", "J\u00fcrgen = 1: a#b", "HALTED");
            rig.set("gateway", "X", "REDUCE_ONLY");
            rig.set("all", "", "HALTED");
            rig.set("all", "", "ACTIVE");
        }
        try (Rig rig = Rig.at(home)) {
            rig.start(Map.of());
            assertThat(rig.table("states")).containsExactly(
                    List.of("client", "J\u00fcrgen = 1: a#b", "HALTED", Rig.NOON, "the test"),
                    List.of("gateway", "X", "REDUCE_ONLY", Rig.NOON, "the test"));
            assertThat(Rig.why(rig.buy("J\u00fcrgen = 1: a#b", 1)).rule()).isEqualTo("halted");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("reduce-only");
        }
    }

    @Test
    void holdsWhenAnAppWithoutAHomeIsStartedAgain() {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            rig.start(Map.of());
            rig.set("all", "", "HALTED");
            rig.desk.stop();
            assertThat(rig.buy("alice", 1).isAccepted()).as("while it is stopped").isTrue();
            rig.start(Map.of());
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("halted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client.alice=HALTED", "version=2", "version=1\nclient.alice=halted",
            "version=1\nclients.alice=HALTED", "version=1\nall=HALTED yesterday root", "version=1\nall=\\u00g0",
            "version=1\nall=HALTED\nall=ACTIVE", "version=1\ncontract.rb=HALTED"})
    void isNotReadFromAFileThatItDoesNotUnderstand(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        try (FileStore store = FileStore.open(file().getParent())) {
            assertThatThrownBy(() -> States.read(store)).isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file() + " cannot be used: ")
                    .hasMessageEndingWith("; mend it, or delete it to begin without what it holds");
        }
    }

    @Test
    void keepsTheDeskFromStartingIfItIsDamaged() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());
        try (Rig rig = Rig.at(home)) {
            assertThatThrownBy(() -> rig.start(Map.of())).isInstanceOf(IllegalStateException.class)
                    .hasMessage(file() + " cannot be used: it lacks the line version=1, so"
                            + " it is damaged or no such file; mend it, or delete it to begin without what it holds");
            assertThat(rig.desk.isRunning()).isFalse();
            assertThat(rig.engine.interceptors()).isEmpty();

            Files.delete(file());
            rig.start(Map.of());
            assertThat(rig.desk.isRunning()).isTrue();
        }
    }

    @Test
    void isNotReadFromWhatIsNoTextFile() throws IOException {
        Files.createDirectories(file());
        try (FileStore store = FileStore.open(home.resolve("state"))) {
            assertThatThrownBy(() -> States.read(store)).isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file() + " cannot be used: ");
            Files.delete(file());
            Files.write(file(), new byte[] {'a', '=', (byte) 0xff});
            assertThatThrownBy(() -> States.read(store)).hasMessageContaining("it is not UTF-8");
        }
    }

    @Test
    void saysSoIfASwitchCannotBeKeptAndLetsItHold() throws IOException {
        try (Rig rig = Rig.at(home)) {
            rig.start(Map.of());
            Files.createDirectories(home.resolve("state").resolve("desk.tmp"));
            assertThatThrownBy(() -> rig.set("all", "", "HALTED")).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("everything is HALTED, but a restart would not know it: ");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("halted");
        }
    }

    @Test
    void isForOneDeskAtATime() {
        try (Rig first = Rig.at(home); Rig second = Rig.at(home)) {
            first.start(Map.of());
            assertThatThrownBy(() -> second.start(Map.of())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another Desk uses the folder " + home.resolve("state"));
            first.desk.stop();
            second.start(Map.of());
            assertThat(second.desk.isRunning()).isTrue();
        }
    }
}
