package io.trunkline.engine.paper;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.sim.LiveExchange;
import java.util.List;

/**
 * The app. From when it is added until its first start no client's order is sent; while it runs those of its clients
 * are paper; after a stop all are real. Safe from any thread.
 */
final class PaperApp implements App {

    private final MainEngine engine;
    private final PaperGateways gateways;
    private final Registration notStarted;
    private volatile PaperRun running; // written under this object's monitor, like the next
    private Registration interceptor;

    PaperApp(MainEngine engine) {
        this.engine = engine;
        this.gateways = new PaperGateways(engine);
        this.notStarted = engine.addInterceptor(new NotStarted());
    }

    @Override
    public String name() {
        return PaperProvider.TYPE;
    }

    @Override
    public synchronized void start(Settings settings) {
        if (running != null) throw new IllegalStateException("paper trading is running already");
        PaperSettings chosen = PaperSettings.of(settings);
        PaperRun run = new PaperRun(engine, chosen, gateways);
        interceptor = engine.addInterceptor(run.interceptor());
        notStarted.close(); // not before the other is in place
        running = run;
        engine.log(LogLevel.INFO, name(), "paper trading started: orders of " + run.clients()
                + " reach no exchange");
        warnOfRealOrders(run.clients());
    }

    private void warnOfRealOrders(PaperClients clients) {
        long left = engine.activeOrders().stream()
                .filter(order -> clients.includes(new Origin(order.owner())) && !gateways.has(order.gateway()))
                .count();
        if (left == 0) return;
        engine.log(LogLevel.WARNING, name(), "clients that trade on paper from now on have real orders that are still "
                + "active: " + left + "; only users who do not trade on paper can cancel them");
    }

    @Override
    public synchronized void stop() {
        PaperRun run = running;
        if (run == null) return;
        running = null;
        run.close();
        if (engine.isClosed()) return; // the interceptor stays and refuses: nothing of theirs is to slip out
        engine.log(LogLevel.WARNING, name(), "paper trading stopped: the next orders of " + run.clients()
                + " are REAL; their paper orders were cancelled");
        interceptor.close();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public String status() {
        PaperRun run = running;
        return run == null ? "" : "on paper: " + run.clients();
    }

    @Override
    public List<Monitor> monitors() {
        return List.of(new Monitor("accounts", List.of("client", "gateway", "orders", "trades"),
                () -> gateways.all().stream().filter(gateway -> gateway.exchange() != null).map(PaperApp::row)
                        .toList()));
    }

    private static List<Object> row(PaperGateway gateway) {
        LiveExchange exchange = gateway.exchange();
        boolean isOpen = exchange != null; // it may have ended since
        return List.of(gateway.client(), gateway.name(), isOpen ? exchange.orders() : 0L,
                isOpen ? exchange.trades() : 0L);
    }

    @Override
    public void close() {
        stop();
        if (!engine.isClosed()) notStarted.close();
    }
}
