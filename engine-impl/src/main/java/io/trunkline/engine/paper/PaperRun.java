package io.trunkline.engine.paper;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paper trading from a start to its stop: an account for each client. Thread-safe. */
final class PaperRun implements AutoCloseable {

    private final MainEngine engine;
    private final PaperSettings settings;
    private final PaperGateways gateways;
    private final TickFeed feed;
    private final Map<String, PaperAccount> accounts = new LinkedHashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /** Opens the accounts of the clients that are named. Throws IllegalStateException if one cannot have one. */
    PaperRun(MainEngine engine, PaperSettings settings, PaperGateways gateways) {
        this.engine = engine;
        this.settings = settings;
        this.gateways = gateways;
        settings.clients().names().forEach(gateways::check);
        this.feed = new TickFeed(engine);
        try {
            settings.clients().names().forEach(this::account);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    PaperClients clients() {
        return settings.clients();
    }

    PaperInterceptor interceptor() {
        return new PaperInterceptor(settings.clients(), gateways, this::account, client -> engine.log(
                LogLevel.WARNING, PaperProvider.TYPE, "orders of " + client + " are real: on paper are "
                        + settings.clients()));
    }

    /** The account of a client, made if there is none. */
    private synchronized PaperAccount account(String client) {
        PaperAccount known = accounts.get(client);
        if (known != null) return known;
        if (closed) throw new IllegalStateException("paper trading is stopped");
        PaperAccount made = new PaperAccount(gateways.of(client), settings.balance(), engine, feed);
        accounts.put(client, made);
        return made;
    }

    /** Cancels what works. What is sent after that is refused. */
    @Override
    public void close() {
        List<PaperAccount> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(accounts.values());
        }
        ending.forEach(account -> account.end("paper trading was stopped"));
        feed.close();
    }
}
