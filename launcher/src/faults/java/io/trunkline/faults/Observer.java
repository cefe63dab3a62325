package io.trunkline.faults;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Order;
import io.trunkline.faults.Findings.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sees all that the exchange does, over a connection that nothing happens to: what it sees is the truth. */
final class Observer implements AutoCloseable {

    private static final String RPC = "RPC";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final MainEngine engine;

    private Observer(MainEngine engine) {
        this.engine = engine;
    }

    static Observer connect(int port, HistoryChecker checker) throws InterruptedException {
        MainEngine engine = MainEngine.create();
        engine.addGateway(RPC);
        Recorder.attach(engine, RPC, SoakClient.EXCHANGE, checker::produced);
        engine.connect(RPC, Map.of("address", "127.0.0.1:" + port, "name", "observer", "timeout", "1m"));
        if (!engine.awaitState(RPC, GatewayState.LIVE, LONGEST)) throw new SoakFailure("no exchange to observe");
        return new Observer(engine);
    }

    /** How many orders there are. */
    int orders() {
        return engine.orders().size();
    }

    List<Order> allOrders() {
        return engine.orders();
    }

    List<Entry> books() {
        return Recorder.books(engine, RPC, SoakClient.EXCHANGE);
    }

    /** Its own connection must have lasted. */
    void check(Findings findings) {
        long connects = Recorder.figure(engine.gateway(RPC).orElseThrow(), "connects");
        if (connects != 1) findings.add(Fault.LOST, "observer", "connected " + connects + " times");
    }

    @Override
    public void close() {
        engine.close();
    }
}
