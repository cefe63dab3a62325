package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server with the simulated exchange and keys of its own on one side of a network, clients on the other. Each has a
 * home of its own. For one thread.
 */
final class LanScene implements AutoCloseable {

    /** The classes as made by the build: commands start sooner. A JVM that they are not for does without. */
    private static final List<String> ARCHIVE = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
            "-Xlog:class+path=off", "-XX:SharedArchiveFile=" + Path.of(Program.JAR).resolveSibling("trunkline.jsa"));

    private final Lan lan;
    private final Path folder;
    private final List<Program> programs = new ArrayList<>();
    private final Program server;
    private final String address;

    /** Makes the keys, identities for clients whose homes are called like them, and starts the server. */
    LanScene(Lan lan, Path folder, String... clients) throws Exception {
        this.lan = lan;
        this.folder = folder;
        keys("init", "--host", lan.address());
        issue(clients);
        List<String> options = new ArrayList<>(List.of("--bind", lan.address(), "--port", "0", "--set", "SIM.speed=20",
                "--set", "SIM.loop=true", "--set", "RpcService.heartbeat=200ms", "--set", "RpcService.timeout=800ms"));
        if (!lan.isTwoMachines()) options.addAll(List.of("--set", "RpcService.tls=on"));
        server = start(lan.atServer(), "server", "server", options);
        address = server.awaitOut("READY ").substring("READY ".length());
    }

    private Program start(List<String> starter, String home, String command, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(ARCHIVE);
        arguments.addAll(List.of("-jar", Program.JAR));
        arguments.addAll(Arrays.asList(command.split(" ")));
        arguments.addAll(List.of("--home", home(home).toString()));
        arguments.addAll(options);
        Program program = Program.java(starter, arguments);
        programs.add(program);
        return program;
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    /** Runs {@code keys} on the server's machine. */
    void keys(String verb, String... options) throws Exception {
        Program keys = start(lan.atServer(), "server", "keys " + verb, List.of(options));
        assertThat(keys.exitCode()).as("%s", keys).isZero();
    }

    /** Issues traders' identities and carries each to a home of its name on the client's machine. */
    private void issue(String... clients) throws Exception {
        List<Program> issuing = new ArrayList<>();
        for (String client : clients) {
            issuing.add(start(lan.atServer(), "server", "keys issue", List.of(client, "--role", "trader")));
        }
        for (Program each : issuing) assertThat(each.exitCode()).as("%s", each).isZero();
        for (String client : clients) {
            Path keys = Files.createDirectories(home(client).resolve("keys"));
            Files.copy(home("server").resolve("keys/issued/" + client + ".p12"), keys.resolve("identity.p12"));
        }
    }

    /** Starts a command on the client's machine that connects to the server. */
    Program client(String home, String command, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--connect", address));
        boolean isKnown = Files.exists(home(home).resolve("keys/identity.p12"));
        if (!lan.isTwoMachines() && isKnown) all.addAll(List.of("--set", "RPC.tls=on"));
        all.addAll(Arrays.asList(options));
        return start(lan.atClient(), home, command, all);
    }

    Program server() {
        return server;
    }

    Lan lan() {
        return lan;
    }

    /** The lines of the server's audit file that are of a client, without time and name. */
    List<String> audit(String client) throws IOException {
        try (Stream<Path> files = Files.list(home("server").resolve("audit"))) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.sorted().toList()) lines.addAll(Files.readAllLines(file));
            return lines.stream().map(line -> line.split("\t", 4)).filter(parts -> parts[1].equals(client))
                    .map(parts -> parts[3]).toList();
        }
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}
