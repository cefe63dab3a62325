package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What comes out of a folder of plug-ins in a real engine. */
@Timeout(60)
class PluginOptionsTest {

    @TempDir
    private Path temporary;
    private Path folder;

    @Command
    private static final class Holder {
        @Mixin
        private PluginOptions plugins = new PluginOptions();
    }

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("own/plugins"));
    }

    private PluginJars open(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.plugins.open(temporary.resolve("own"), temporary.resolve("program"));
    }

    private List<String> types(String... arguments) {
        try (PluginJars jars = open(arguments);
                MainEngine engine = MainEngine.create(jars.in(EngineOptions.DEFAULTS))) {
            return engine.gatewayTypes().stream().map(GatewayProvider::type).toList();
        }
    }

    @Test
    void foldersThatNobodyNamedNeedNotExist() throws IOException {
        Files.delete(folder);

        assertThat(types()).containsExactly("RPC", "SIM");
    }

    @Test
    void anEmptyFolderAddsNothing() {
        assertThat(types("--plugins", folder.toString())).containsExactly("RPC", "SIM");
    }

    @Test
    void aFolderThatWasNamedMustExist() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> open("--plugins", "no/such")).isInstanceOf(CommandException.class)
                .hasMessage("--plugins: no/such does not exist; make the folder first");
        assertThatThrownBy(() -> open("--plugins", file.toString())).isInstanceOf(CommandException.class)
                .hasMessage("--plugins: " + file + " is not a folder; name the folder that holds the jars");
    }

    @Test
    void theFoldersOfTheHomeAndOfTheProgramAreUsual() throws IOException {
        Path beside = Files.createDirectories(temporary.resolve("program/plugins"));
        PluginSources.jar(folder.resolve("a.jar"), "One", "ONE", "");
        PluginSources.jar(beside.resolve("a.jar"), "Two", "TWO", "");

        assertThat(types()).containsExactly("ONE", "RPC", "SIM", "TWO");
        assertThat(types("--plugins", beside.toString())).containsExactly("RPC", "SIM", "TWO");
    }

    @Test
    void aJarThatCannotBeUsedIsLeftOutAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");
        PluginSources.jar(folder.resolve("good.jar"), "Good", "GOOD", "");
        PluginSources.jar(folder.resolve("throwing.jar"), "Throwing", "THROWING",
                "if (true) throw new AssertionError(\"on purpose\");");
        PluginSources.jar(folder.resolve("nameless.jar"), "Nameless", "not a name", "");
        PluginSources.jar(folder.resolve("missing.jar"), "plugin.Missing", "other", new byte[0]);
        PluginSources.jar(folder.resolve("stranger.jar"), "java.lang.String", "other", new byte[0]);

        assertThat(types()).containsExactly("GOOD", "RPC", "SIM");
    }

    @Test
    void twoJarsWithOneTypeAreNamed() throws IOException {
        Path first = PluginSources.jar(folder.resolve("walk-1.jar"), "Walk", "WALK", "");
        Path second = PluginSources.jar(folder.resolve("walk-2.jar"), "Walk", "WALK", "");

        assertThatThrownBy(this::open).isInstanceOf(CommandException.class)
                .hasMessage(first + " and " + second + " both have the gateway type WALK; take one of them away");
    }

    @Test
    void whatAnUnknownTypeIsAskedForNamesWhereItWasLookedFor() {
        try (PluginJars jars = open();
                MainEngine engine = MainEngine.create(jars.in(EngineOptions.DEFAULTS))) {
            assertThatThrownBy(() -> Plugins.gateway(engine, "WALK"))
                    .hasMessage("unknown gateway type 'WALK'; there are RPC, SIM; looked in " + folder + " too");
        }
    }

    @Test
    void jarsAreClosedWithTheirUse() throws IOException {
        Path jar = PluginSources.jar(folder.resolve("good.jar"), "Good", "GOOD", "");
        PluginJars jars = open();
        ClassLoader loader = jars.in(EngineOptions.DEFAULTS).plugins().orElseThrow();
        assertThat(loader.getResource("plugin/Good.class")).isNotNull();

        jars.close();

        assertThat(loader.getResource("plugin/Good.class")).isNull();
        Files.delete(jar);
    }
}
