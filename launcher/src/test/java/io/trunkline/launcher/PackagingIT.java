package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged program starts in each of the ways in which it can be started. */
@Timeout(60)
class PackagingIT {

    private static final String JAR = System.getProperty("trunkline.jar");
    private static final String LIB = Path.of(JAR).resolveSibling("lib").toString();

    @Test
    void startsAsAJar() throws Exception {
        assertThat(run("-jar", JAR, "--version")).startsWith("0: trunkline ");
    }

    @Test
    void startsFromTheModulePath() throws Exception {
        String path = JAR + System.getProperty("path.separator") + LIB;

        assertThat(run("-p", path, "-m", "io.trunkline.launcher/io.trunkline.launcher.Main", "--version"))
                .startsWith("0: trunkline ");
    }

    @Test
    void endsWithItsExitCode() throws Exception {
        assertThat(run("-jar", JAR, "sever"))
                .isEqualTo("2: trunkline: unknown command 'sever'; did you mean server? see 'trunkline --help'");
    }

    @Test
    void writesUtf8WhateverTheLocale() throws Exception {
        assertThat(run("-Dfile.encoding=US-ASCII", "-Dsun.jnu.encoding=UTF-8", "-jar", JAR, "苹果"))
                .contains("unknown command '苹果'");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + output.strip();
    }
}
