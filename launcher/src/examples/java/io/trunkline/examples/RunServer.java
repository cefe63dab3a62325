package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that holds the connection to the exchange and shares it, until it is ended with Ctrl-C or SIGTERM. Here
 * the exchange is the simulated one; put the type and the settings of your own gateway in its place.
 *
 * <p>{@code RunServer [PORT]}; the port is 2014 if not given.
 */
public final class RunServer {

    private static final String GATEWAY = "SIM";
    private static final Map<String, String> SETTINGS = Map.of("speed", "10");

    private RunServer() {}

    /** Runs the server without a window. */
    public static void main(String[] args) throws InterruptedException {
        String port = args.length > 0 ? args[0] : "2014";
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
