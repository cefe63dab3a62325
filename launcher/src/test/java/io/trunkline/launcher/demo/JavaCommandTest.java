package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class JavaCommandTest {

    @Test
    void startsAModulesMainClassFromTheModulePath() {
        List<String> command = JavaCommand.of(JavaCommand.class, List.of("a", "b"));

        assertThat(Files.isExecutable(Path.of(command.get(0)))).isTrue();
        assertThat(command).containsSequence(
                "--module", "io.trunkline.launcher/io.trunkline.launcher.demo.JavaCommand", "a", "b");
    }

    @Test
    void startsAClassOfNoModuleFromTheClassPath() {
        List<String> command = JavaCommand.of(Assertions.class, List.of("a"));

        assertThat(command).containsSubsequence("-cp", "org.assertj.core.api.Assertions", "a");
    }
}
