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
import org.junit.jupiter.api.BeforeAll;
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
    private static Path classes;
    private static PluginSources sources;

    @TempDir
    private Path temporary;
    private Path folder;

    @Command
    private static final class Holder {
        @Mixin
        private PluginOptions plugins = new PluginOptions();
    }

    @BeforeAll
    static void compile() throws IOException {
        sources = PluginSources.compile(classes);
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
    void aHomeThatIsTheProgramsFolderIsLookedThroughOnce() throws IOException {
        Files.createSymbolicLink(temporary.resolve("program"), temporary.resolve("own"));
        sources.jar(folder.resolve("walk.jar"), "Walk");

        assertThat(types()).contains("WALK");
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
        sources.jar(folder.resolve("a.jar"), "Walk");
        sources.jar(beside.resolve("a.jar"), "Run");

        assertThat(types()).containsExactly("RPC", "RUN", "SIM", "WALK");
        assertThat(types("--plugins", beside.toString())).containsExactly("RPC", "RUN", "SIM");
    }

    @Test
    void aJarThatCannotBeUsedIsLeftOutAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");
        sources.jar(folder.resolve("good.jar"), "Walk");
        sources.jar(folder.resolve("throwing.jar"), "Throwing");
        sources.jar(folder.resolve("nameless.jar"), "Nameless");
        PluginSources.hollowJar(folder.resolve("missing.jar"), "plugin.Missing");
        PluginSources.hollowJar(folder.resolve("stranger.jar"), "java.lang.String");

        assertThat(types()).containsExactly("RPC", "SIM", "WALK");
    }

    @Test
    void twoJarsWithOneTypeAreNamed() throws IOException {
        Path first = sources.jar(folder.resolve("walk-1.jar"), "Walk");
        Path second = sources.jar(folder.resolve("walk-2.jar"), "Walk");

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
        Path jar = sources.jar(folder.resolve("good.jar"), "Walk");
        PluginJars jars = open();
        ClassLoader loader = jars.in(EngineOptions.DEFAULTS).plugins().orElseThrow();
        assertThat(loader.getResource("plugin/Walk.class")).isNotNull();

        jars.close();

        assertThat(loader.getResource("plugin/Walk.class")).isNull();
        Files.delete(jar);
    }
}
