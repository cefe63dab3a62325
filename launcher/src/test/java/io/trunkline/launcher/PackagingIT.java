package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program starts in each of the ways in which it can be started. */
@Timeout(60)
class PackagingIT {

    @Test
    void startsAsAJar() throws Exception {
        try (Program program = Program.run("--version")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).first().asString().startsWith("trunkline ");
        }
    }

    @Test
    void startsFromTheModulePath() throws Exception {
        String path = Program.JAR + System.getProperty("path.separator") + Path.of(Program.JAR).resolveSibling("lib");
        try (Program program =
                Program.java(List.of("-p", path, "-m", "io.trunkline.launcher/io.trunkline.launcher.Main",
                "query", "orders", "--help"))) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).anyMatch(line -> line.startsWith("Usage: trunkline query"));
        }
    }

    @Test
    void endsWithItsExitCode() throws Exception {
        try (Program program = Program.run("sever")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.err()).containsExactly(
                    "trunkline: unknown command 'sever'; did you mean server? see 'trunkline --help'");
        }
    }

    @Test
    void saysWhatToDoWhereTheLogHasNoRoom(@TempDir Path home) throws Exception {
        try (Program program = Program.java(List.of("-XX:MaxDirectMemorySize=16m", "-jar", Program.JAR, "server",
                "--port", "0", "--home", home.toString()))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.err()).anyMatch(line -> line.startsWith(
                    "trunkline server: RpcService cannot start: no room for a log of 64 MiB outside of the heap"));
        }
    }

    @Test
    void writesUtf8WhateverTheEncoding() throws Exception {
        try (Program program = Program.java(List.of("-Dfile.encoding=US-ASCII", "-jar", Program.JAR, "苹果"))) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.err()).first().asString().startsWith("trunkline: unknown command '苹果'");
        }
    }
}
