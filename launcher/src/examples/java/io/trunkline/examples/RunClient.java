package io.trunkline.examples;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.Main;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One of any number of processes that share a server's connection: shows what happens there until it is ended with
 * Ctrl-C or SIGTERM. It connects again by itself whenever the server went away, so it may also be started first.
 *
 * <p>{@code RunClient [--ui] [HOST:PORT [SYMBOL.EXCHANGE]]}: with or without a window; 127.0.0.1:2014 and AP010.CZCE if
 * not given.
 */
public final class RunClient {

    private RunClient() {}

    /** Runs the client. */
    public static void main(String[] args) throws InterruptedException {
        boolean hasWindow = args.length > 0 && args[0].equals("--ui");
        int next = hasWindow ? 1 : 0;
        String address = args.length > next ? args[next] : "127.0.0.1:2014";
        String instrument = args.length > next + 1 ? args[next + 1] : "AP010.CZCE";
        if (hasWindow) withWindow(address, instrument);
        else withoutWindow(address, InstrumentId.parse(instrument));
    }

    /** The window comes with the command line; closing it ends the client in order. */
    private static void withWindow(String address, String instrument) {
        Main.main(new String[] {"client", "--ui", "--connect", address, "--subscribe", instrument, "--print", "none"});
    }

    private static void withoutWindow(String address, InstrumentId instrument) throws InterruptedException {
        try (MainEngine engine = MainEngine.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "close"));
            engine.events().on(GatewayStatus.class, status -> System.out.println(
                    "state " + status.gateway() + " " + status.state() + " " + status.detail()));
            engine.events().on(LogEntry.class, entry -> System.out.println("log " + entry.message()));
            engine.events().on(Order.class, order -> System.out.println("order " + order.id() + " " + order.status()));
            engine.events().on(Trade.class, trade -> System.out.println(
                    "trade " + trade.id() + " " + trade.volume() + "@" + trade.price()));
            engine.events().on(Tick.class, instrument, tick -> System.out.println(
                    "tick " + tick.instrument() + " " + tick.bidPrice() + " " + tick.askPrice()));
            engine.addGateway("RPC");
            engine.connect("RPC", Map.of("address", address));
            awaitServer(engine, address);
            Outcome outcome = engine.subscribe(new SubscribeRequest("RPC", instrument));
            outcome.whyRefused().ifPresent(refusal -> System.err.println("no ticks of " + instrument + ": " + refusal));
            new CountDownLatch(1).await();
        }
    }

    private static void awaitServer(MainEngine engine, String address) throws InterruptedException {
        while (!engine.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(10))) {
            GatewayStatus status = engine.gateway("RPC").orElseThrow().status();
            if (status.state() == GatewayState.DOWN) throw new IllegalStateException(status.detail());
            System.err.println("still no server at " + address);
        }
    }
}
