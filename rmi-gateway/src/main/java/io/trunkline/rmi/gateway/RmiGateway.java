package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.WireException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gateway: passes requests to the server's engine, and its events here. Paths and ids lose this gateway's name on
 * the way there and get it on the way back. Safe from any thread.
 */
final class RmiGateway implements Gateway {

    /** A call to the session. */
    private interface Call {
        byte[] on(RpcSession session) throws RemoteException;
    }

    private static final String UNKNOWN = "unknown, being resolved: ";

    private final GatewayContext context;
    private final Mirror mirror = new Mirror();
    private final RemoteStates states = new RemoteStates();
    private final StreamCounts counts = new StreamCounts();
    private final Subscriptions subscriptions = new Subscriptions();
    private final BooksCheck check;
    private final Map<String, Address> unanswered = new ConcurrentHashMap<>(); // the server by the client key
    private final ServerMonitors serverMonitors = new ServerMonitors();
    private volatile Connector connector; // written under this object's monitor
    private boolean closed; // guarded by this object's monitor, like the next
    private boolean isEnding; // a connector is being ended for another
    private LinkSettings next; // of that other one; null if none is wanted yet

    RmiGateway(GatewayContext context) {
        this.context = context;
        this.check = new BooksCheck(context, counts);
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public synchronized void connect(Settings settings) {
        LinkSettings checked = LinkSettings.of(settings);
        if (isEnding) next = checked;
        else if (connector == null) begin(checked);
    }

    private void begin(LinkSettings settings) {
        if (closed) return;
        connector = new Connector(context, settings, mirror, states, counts, subscriptions, check,
                serverMonitors);
        connector.start();
    }

    @Override
    public GatewayStatus status() {
        Connector current = connector;
        return current != null ? current.status()
                : new GatewayStatus(name(), GatewayState.DOWN, "not connected", context.clock().instant());
    }

    @Override
    public void close() {
        Connector ending;
        synchronized (this) {
            closed = true;
            ending = connector;
        }
        if (ending != null) ending.close();
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        Link link = link();
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        Outcome outcome = ask("", link, session -> session.subscribe(message));
        if (outcome.isAccepted()) subscriptions.accepted(request, link);
        return outcome;
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        subscriptions.ended(new SubscribeRequest(request.gateway(), request.instrument()));
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return ask("", link(), session -> session.unsubscribe(message));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return ask(request.clientKey(), link(), session -> session.sendOrder(message));
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        if (RemoteIds.isOfNoneBehind(request.id())) return RemoteIds.unknown("order", request.id());
        byte[] message = Messages.encode(new CancelRequest(new Id(request.id().local()), request.instrument()));
        return ask("", link(), session -> session.cancelOrder(message));
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return ask(request.clientKey(), link(), session -> session.sendQuote(message));
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        if (RemoteIds.isOfNoneBehind(request.id())) return RemoteIds.unknown("quote", request.id());
        byte[] message = Messages.encode(new CancelQuoteRequest(new Id(request.id().local()), request.instrument()));
        return ask("", link(), session -> session.cancelQuote(message));
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        Link link = link();
        if (link == null) return History.refused("not-connected", notConnected());
        try {
            byte[] reply = link.session().queryHistory(Messages.encode(request.at(behind(request.gateway()))));
            History history = Messages.decodeBars(reply);
            if (history.whyRefused().isPresent()) return history;
            List<Bar> bars = history.bars().stream()
                    .map(bar -> bar.at(GatewayPath.join(name(), bar.gateway()))).toList();
            return History.bars(bars);
        } catch (RemoteException e) {
            wakeConnector();
            return History.refused("no-answer", Faults.text(e));
        } catch (WireException e) {
            return History.refused("no-answer", "the server's answer cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void queryAccounts(String path) {
        warnUnlessDone("the accounts of " + path,
                ask("", link(), session -> session.queryAccounts(Messages.encodeText(behind(path)))));
    }

    @Override
    public void queryPositions(String path) {
        warnUnlessDone("the positions of " + path,
                ask("", link(), session -> session.queryPositions(Messages.encodeText(behind(path)))));
    }

    /** Queries answer nothing to their asker, so a log entry says if one was in vain. */
    private void warnUnlessDone(String what, Outcome outcome) {
        if (outcome.isAccepted()) return;
        String why = outcome instanceof Outcome.InDoubt doubt ? doubt.reason()
                : outcome.whyRefused().map(Refusal::toString).orElseGet(outcome::toString);
        context.sink().publish(new LogEntry(
                name(), LogLevel.WARNING, what + " were not asked for: " + why, context.clock().instant()));
    }

    @Override
    public Outcome outcome(String clientKey) {
        Link link = link();
        if (link == null) return new Outcome.InDoubt(clientKey, notConnected());
        Address asked = unanswered.get(clientKey);
        if (asked != null && !asked.equals(link.server())) {
            return new Outcome.InDoubt(clientKey, "it was sent to the server at " + asked + ", which alone can tell");
        }
        try {
            Outcome outcome = Messages.decodeOutcome(link.session().outcome(Messages.encodeText(clientKey)));
            if (outcome instanceof Outcome.NeverReceived && link.isUnanswered(clientKey)) return renew(link, clientKey);
            if (!(outcome instanceof Outcome.InDoubt)) unanswered.remove(clientKey);
            return rehome(outcome);
        } catch (RemoteException e) {
            wakeConnector();
            return new Outcome.InDoubt(clientKey, Faults.text(e));
        } catch (WireException e) {
            return new Outcome.InDoubt(clientKey, "the server's answer cannot be read: " + e.getMessage());
        }
    }

    /** The server has not received it yet: only once the session is over it cannot do so any more. */
    private Outcome renew(Link link, String clientKey) {
        Connector current = connector;
        if (current != null) current.renew(link);
        return new Outcome.InDoubt(clientKey, "the server has not received it so far");
    }

    /** The part of a path that the server knows. */
    private static String behind(String path) {
        return GatewayPath.rest(path);
    }

    private Link link() {
        Connector current = connector;
        return current == null ? null : current.link();
    }

    private String notConnected() {
        GatewayStatus status = status();
        return name() + " is " + status.state() + (status.detail().isEmpty() ? "" : " (" + status.detail() + ")");
    }

    private void wakeConnector() {
        Connector current = connector;
        if (current != null) current.wake();
    }

    /** Makes a call, seen by JDK Flight Recorder. */
    private Outcome ask(String clientKey, Link link, Call call) {
        CallEvent event = new CallEvent();
        event.begin();
        Outcome outcome = answer(clientKey, link, call);
        event.finish(name(), clientKey, outcome);
        return outcome;
    }

    private Outcome answer(String clientKey, Link link, Call call) {
        if (link == null) return Outcome.refused("not-connected", notConnected());
        try {
            return rehome(Messages.decodeOutcome(call.on(link.session())));
        } catch (ConnectException | ConnectIOException e) {
            wakeConnector();
            return Outcome.refused("not-connected", Faults.text(e));
        } catch (RemoteException e) {
            noAnswer(link, clientKey);
            wakeConnector();
            return new Outcome.InDoubt(clientKey, UNKNOWN + Faults.text(e));
        } catch (WireException e) {
            noAnswer(link, clientKey);
            return new Outcome.InDoubt(clientKey, UNKNOWN + "the server's answer cannot be read: " + e.getMessage());
        }
    }

    private void noAnswer(Link link, String clientKey) {
        link.noAnswer(clientKey);
        if (!clientKey.isEmpty()) unanswered.put(clientKey, link.server());
    }

    private Outcome rehome(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? Outcome.accepted(accepted.id().under(name())) : outcome;
    }

    @Override
    public List<Monitor> monitors() {
        List<Monitor> monitors = new ArrayList<>();
        monitors.add(new Monitor("stream", List.of("figure", "value"),
                () -> StreamFigures.of(counts, link(), check.sign())));
        monitors.addAll(serverMonitors.monitors());
        return monitors;
    }

    @Override
    public List<Action> actions() {
        return List.of(new Action("disconnect",
                "Ends the connection and the attempts at one; connecting again may go to another server.", List.of(),
                parameters -> disconnect()));
    }

    /** Only once the connector is through can another one use what the two share. */
    private String disconnect() {
        Connector ending;
        synchronized (this) {
            if (connector == null || isEnding || closed) return name() + " is not connected";
            ending = connector;
            isEnding = true;
        }
        ending.close();
        synchronized (this) {
            isEnding = false;
            if (closed) return name() + " is closed";
            connector = null;
            check.forget();
            if (next != null) begin(next);
            next = null;
        }
        return name() + " is disconnected";
    }
}
