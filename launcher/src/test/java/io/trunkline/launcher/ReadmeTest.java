package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
@Timeout(120)
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void theEmbeddingExampleCompilesAndTradesWithAServer() throws Exception {
        Path source = folder.resolve("Example.java");
        Files.writeString(source, javaBlock(Files.readString(Path.of("..", "README.md"))));

        try (MainEngine server = MainEngine.create()) {
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));
            server.addGateway("SIM");
            server.connect("SIM", Map.of("speed", "100"));
            assertThat(server.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(30))).isTrue();

            String printed = run(source, server.app("RpcService").orElseThrow().status());

            assertThat(server.orders()).hasSize(1);
            assertThat(printed).contains("RPC." + server.orders().get(0).id());
        }
    }

    private static String javaBlock(String readme) {
        Matcher matcher = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String run(Path source, String address) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath(), source.toString(), address)
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
    }
}
