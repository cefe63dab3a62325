package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PluginsCommandTest {

    @TempDir
    private Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Environment environment = new Environment(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), InputStream.nullInputStream(), Map.of(),
                MainEngine::create);
        return Main.run(environment, arguments);
    }

    @Test
    void listsWhatTheProgramAndTheFolderHave() throws Exception {
        Path jar = PluginSources.compile(home)
                .jar(Files.createDirectory(home.resolve("plugins")).resolve("walk.jar"), "Walk");

        assertThat(run("plugins", "--home", home.toString(), "--format", "csv")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains("type,kind,file,description,path", "WALK,gateway,walk.jar,made in a test," + jar)
                .anyMatch(line -> line.startsWith("SIM,gateway,")).anyMatch(line -> line.startsWith("RpcService,app,"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsBadUsage() {
        assertThat(run("plugins", "--plugins", "no/such")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "trunkline plugins: --plugins: no/such does not exist; make the folder first");
    }
}
