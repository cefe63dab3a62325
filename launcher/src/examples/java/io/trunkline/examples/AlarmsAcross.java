package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.examples.alarm.Alarm;
import io.trunkline.examples.alarm.AlarmProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An app with a kind of event of its own that reaches the clients: the server's app watches prices and raises alarms, a
 * client gets them as it gets ticks and orders. Client and server are two engines here; nothing changes if they are two
 * processes. See {@link io.trunkline.examples.alarm} for the app.
 */
public final class AlarmsAcross {

    private AlarmsAcross() {}

    /** Runs both until the client has got an alarm. */
    public static void main(String[] args) throws Exception {
        try (MainEngine server = MainEngine.create(); MainEngine client = MainEngine.create()) {
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));
            server.addApp(new AlarmProvider());
            server.addGateway("SIM");

            CompletableFuture<Alarm> raised = new CompletableFuture<>();
            client.addApp(new AlarmProvider()); // makes the events known; it need not be started
            client.events().on(Alarm.class, raised::complete);
            client.addGateway("RPC");
            client.connect("RPC", Map.of("address", server.app("RpcService").orElseThrow().status()));
            client.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(30));

            server.start("Alarm", Map.of("above", "1000"));
            server.connect("SIM", Map.of());
            System.out.println("the client got " + raised.get(30, TimeUnit.SECONDS));
        }
    }
}
