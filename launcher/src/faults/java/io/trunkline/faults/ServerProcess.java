package io.trunkline.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The launcher's server in a process of its own, which can be started again. For one thread. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final String READY = "READY ";

    private final List<String> command;
    private final Path messages;
    private volatile String address = "";
    private ChildProcess child;

    /** A server that does not run. */
    ServerProcess(SoakOptions options, String name, List<String> arguments) {
        command = new ArrayList<>(options.java());
        command.addAll(List.of("-jar", options.program().toString(), "server", "--home",
                options.folder().resolve(name).toString()));
        for (String plugin : List.of("RPC", "RpcService")) {
            if (plugin.equals("RPC") && !arguments.contains("RPC")) continue;
            command.addAll(List.of("--set", plugin + ".heartbeat=" + options.heartbeat().toMillis() + "ms",
                    "--set", plugin + ".timeout=" + options.timeout().toMillis() + "ms"));
        }
        command.addAll(arguments);
        messages = options.folder().resolve(name + ".log");
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException, InterruptedException {
        address = "";
        child = ChildProcess.start(command, messages, line -> {
            if (line.startsWith(READY)) address = line.substring(READY.length());
        });
        Await.until("a server that is ready, see " + messages, LONGEST_START, () -> !address.isEmpty()
                || !child.isAlive());
        if (address.isEmpty()) throw new SoakFailure("a server ended, see " + messages);
    }

    ChildProcess process() {
        return child;
    }

    int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        if (child != null) child.close();
    }
}
