package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import java.time.Duration;
import java.util.Map;

/**
 * A server and a client as two engines in one JVM, such as in a test of your own. They share nothing but the connection
 * between them. Needs no other process and no free port that is known beforehand.
 */
public final class OneJvm {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OneJvm() {}

    /** Runs both, sends one order, and ends. */
    public static void main(String[] args) throws InterruptedException {
        try (MainEngine server = MainEngine.create(); MainEngine client = MainEngine.create()) {
            server.addGateway("SIM");
            server.connect("SIM", Map.of());
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));
            server.awaitState("SIM", GatewayState.LIVE, PATIENCE);

            client.addGateway("RPC");
            client.connect("RPC", Map.of("address", server.app("RpcService").orElseThrow().status()));
            client.awaitState("RPC", GatewayState.LIVE, PATIENCE);
            System.out.println("the client knows " + client.contracts().size() + " contracts");

            client.sendOrder(OrderRequest.limit("RPC", InstrumentId.parse("AP010.CZCE"), Direction.LONG, Offset.OPEN,
                    1, 6900)).acceptedId().ifPresent(id -> System.out.println("the client calls its order " + id));
            server.events().execute(() -> server.orders() // once the order's events were handled
                    .forEach(order -> System.out.println("the server calls it " + order.id())));
        }
        System.out.println("both are closed");
    }
}
