package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import java.time.Duration;
import java.util.Map;

/** A client that sends orders which rest in the simulated exchange's book, and cancels them. */
final class OrderCaller implements Caller {

    private static final InstrumentId INSTRUMENT = InstrumentId.parse("AP010.CZCE");

    private final MainEngine engine = MainEngine.create();
    private final OrderRequest order;

    OrderCaller(String address) throws InterruptedException {
        engine.addGateway("RPC");
        engine.connect("RPC", Map.of("address", address, "name", "bench"));
        if (!engine.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(30))) {
            throw new IllegalStateException("not live: " + engine.gatewayStatus("RPC"));
        }
        engine.subscribe(new SubscribeRequest("RPC", INSTRUMENT));
        Await.until("a tick of " + INSTRUMENT, () -> engine.tick(INSTRUMENT).isPresent());
        double farBelow = engine.tick(INSTRUMENT).orElseThrow().limitDown();
        order = OrderRequest.limit("RPC", INSTRUMENT, Direction.LONG, Offset.OPEN, 1, farBelow);
    }

    @Override
    public Object call() {
        return accepted(engine.sendOrder(order));
    }

    @Override
    public void undo(Object call) {
        accepted(engine.cancelOrder(CancelRequest.of((Id) call)));
    }

    private static Id accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) return accepted.id();
        throw new IllegalStateException("not accepted: " + outcome);
    }

    @Override
    public void close() {
        engine.close();
    }
}
