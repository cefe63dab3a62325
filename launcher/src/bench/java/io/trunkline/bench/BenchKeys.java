package io.trunkline.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Keys for TLS between the sides of one run, in the folder that they share; made by the command that users have. */
final class BenchKeys {

    private static final String CLIENT = "bench";

    private final Path home;

    private BenchKeys(Path home) {
        this.home = home;
    }

    /** Those of a folder. */
    static BenchKeys in(Path folder) {
        return new BenchKeys(folder.resolve("home"));
    }

    /** Makes them. */
    void make() throws IOException, InterruptedException, URISyntaxException {
        keys("init");
        keys("issue", CLIENT, "--role", "trader");
    }

    /** Runs {@code keys} of the program that the benchmark's own jar came with, which is a folder further up. */
    private void keys(String... words) throws IOException, InterruptedException, URISyntaxException {
        Path own = Path.of(BenchKeys.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path program = own.getParent().resolveSibling("trunkline.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", program.toString(), "keys"));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--home", home.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("keys for the benchmark cannot be made: " + said);
    }

    /** What the service needs to be told. */
    Map<String, String> ofService() {
        Path keys = home.resolve("keys");
        return Map.of("tls", "on", "keys", keys.resolve("server.p12").toString(), "clients",
                keys.resolve("clients.properties").toString());
    }

    /** What a client's gateway needs to be told. */
    Map<String, String> ofClient() {
        return Map.of("tls", "on", "identity", home.resolve("keys/issued/" + CLIENT + ".p12").toString());
    }
}
