package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;

/**
 * The gateway's connection to a server: at most one {@link Connector} at a time, which can be ended for another. It has
 * what outlives a connector. Safe from any thread.
 */
final class Connection {

    private final GatewayContext context;
    private final Mirror mirror = new Mirror();
    private final RemoteStates states = new RemoteStates();
    private final StreamCounts counts = new StreamCounts();
    private final Subscriptions subscriptions = new Subscriptions();
    private final BooksCheck check;
    private final ServerMonitors serverMonitors = new ServerMonitors();
    private volatile Connector connector; // written under this object's monitor
    private boolean closed; // guarded by this object's monitor, like the next
    private boolean isEnding; // a connector is being ended for another
    private LinkSettings next; // of that other one; null if none is wanted yet

    Connection(GatewayContext context) {
        this.context = context;
        this.check = new BooksCheck(context, counts);
    }

    /** Begins to connect, unless it has begun; while it is being ended, once that is done. */
    synchronized void begin(LinkSettings settings) {
        if (isEnding) next = settings;
        else if (connector == null) start(settings);
    }

    private void start(LinkSettings settings) {
        if (closed) return;
        connector = new Connector(context, settings, mirror, states, counts, subscriptions, check,
                serverMonitors);
        connector.start();
    }

    /** Ends it, and the attempts at one; answers what came of that, for people. */
    String disconnect() {
        Connector ending;
        synchronized (this) {
            if (connector == null || isEnding || closed) return context.name() + " is not connected";
            ending = connector;
            isEnding = true;
        }
        ending.close(); // only once it is through can another one use what the two share
        synchronized (this) {
            isEnding = false;
            if (closed) return context.name() + " is closed";
            connector = null;
            check.forget();
            if (next != null) start(next);
            next = null;
        }
        return context.name() + " is disconnected";
    }

    /** Ends it for good. */
    void close() {
        Connector ending;
        synchronized (this) {
            closed = true;
            ending = connector;
        }
        if (ending != null) ending.close();
    }

    GatewayStatus status() {
        Connector current = connector;
        return current != null ? current.status() : new GatewayStatus(
                context.name(), GatewayState.DOWN, "not connected", context.clock().instant());
    }

    /** Why nothing can be asked while there is no link. */
    String whyNoLink() {
        GatewayStatus status = status();
        return context.name() + " is " + status.state()
                + (status.detail().isEmpty() ? "" : " (" + status.detail() + ")");
    }

    /** The session at the server; null while there is none. */
    Link link() {
        Connector current = connector;
        return current == null ? null : current.link();
    }

    /** Makes it look at once whether the session is still there. */
    void wake() {
        Connector current = connector;
        if (current != null) current.wake();
    }

    /** Takes another session in place of one. */
    void renew(Link link) {
        Connector current = connector;
        if (current != null) current.renew(link);
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    StreamCounts counts() {
        return counts;
    }

    /** Compares the books with the server's. */
    BooksCheck check() {
        return check;
    }

    ServerMonitors serverMonitors() {
        return serverMonitors;
    }
}
