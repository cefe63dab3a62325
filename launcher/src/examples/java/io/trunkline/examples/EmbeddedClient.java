package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A client in a program of your own: waits for a price, buys one lot, waits for the fill, shows what is held and ends.
 * Start {@link RunServer} first, or {@code trunkline server}.
 *
 * <p>{@code EmbeddedClient [HOST:PORT]}; 127.0.0.1:2014 if not given.
 */
public final class EmbeddedClient {

    private static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");

    private EmbeddedClient() {}

    /** Runs the client. */
    public static void main(String[] args) throws Exception {
        String address = args.length > 0 ? args[0] : "127.0.0.1:2014";
        try (MainEngine engine = MainEngine.create()) {
            engine.addGateway("RPC");
            engine.connect("RPC", Map.of("address", address, "name", "embedded"));
            if (!engine.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(30))) {
                throw new IllegalStateException("no server at " + address);
            }
            CompletableFuture<Tick> price = new CompletableFuture<>();
            CompletableFuture<Trade> fill = new CompletableFuture<>();
            CompletableFuture<Position> held = new CompletableFuture<>();
            engine.events().on(Tick.class, APPLE, price::complete); // on the event thread, which must not wait
            engine.events().on(Trade.class, trade -> {
                if (trade.reference().equals("embedded")) fill.complete(trade);
            });
            engine.events().on(Position.class, APPLE, position -> {
                if (fill.isDone()) held.complete(position);
            });
            engine.subscribe(new SubscribeRequest("RPC", APPLE));
            buy(engine, price.get(30, TimeUnit.SECONDS));
            Trade trade = fill.get(30, TimeUnit.SECONDS);
            System.out.println("bought " + trade.volume() + " at " + trade.price() + " by order " + trade.orderId());
            Position position = held.get(30, TimeUnit.SECONDS);
            System.out.println("held " + position.volume() + " " + position.direction() + " of " + position.id());
        }
    }

    private static void buy(MainEngine engine, Tick tick) {
        OrderRequest order = OrderRequest.limit("RPC", APPLE, Direction.LONG, Offset.OPEN, 1, tick.askPrice() + 20)
                .withReference("embedded").withValidity(Duration.ofSeconds(5));
        Outcome outcome = engine.sendOrder(order);
        System.out.println("sent: " + outcome);
        outcome.whyRefused().ifPresent(refusal -> {
            throw new IllegalStateException("the order was refused: " + refusal);
        });
    }
}
