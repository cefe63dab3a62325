package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.launcher.Main;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that holds the connection to the exchange and shares it, until it is ended with Ctrl-C or SIGTERM. Here
 * the exchange is the simulated one; put the type and the settings of your own gateway in its place.
 *
 * <p>{@code RunServer [--ui] [PORT]}: with or without a window; the port is 2014 if not given.
 */
public final class RunServer {

    private static final String GATEWAY = "SIM";
    private static final Map<String, String> SETTINGS = Map.of("speed", "10");

    private RunServer() {}

    /** Runs the server. */
    public static void main(String[] args) throws InterruptedException {
        boolean hasWindow = args.length > 0 && args[0].equals("--ui");
        int next = hasWindow ? 1 : 0;
        String port = args.length > next ? args[next] : "2014";
        if (hasWindow) withWindow(port);
        else withoutWindow(port);
    }

    /** The window comes with the command line; closing it ends the server in order. */
    private static void withWindow(String port) {
        Main.main(new String[] {"server", "--ui", "--port", port, "--gateway", GATEWAY, "--set", "SIM.speed=10"});
    }

    private static void withoutWindow(String port) throws InterruptedException {
        try (MainEngine engine = MainEngine.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "close"));
            engine.addGateway(GATEWAY);
            engine.addApp("RpcService");
            engine.start("RpcService", Map.of("port", port));
            engine.connect(GATEWAY, SETTINGS);
            if (!engine.awaitState(GATEWAY, GatewayState.LIVE, Duration.ofSeconds(60))) {
                throw new IllegalStateException(engine.gateway(GATEWAY).orElseThrow().status().toString());
            }
            System.out.println("READY " + engine.app("RpcService").orElseThrow().status());
            new CountDownLatch(1).await();
        }
    }
}
