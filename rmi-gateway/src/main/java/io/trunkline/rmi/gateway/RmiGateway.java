package io.trunkline.rmi.gateway;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayPath;
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
import io.trunkline.rmi.wire.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * The gateway: passes requests to the server's engine, and its events here. Paths and ids lose this gateway's name on
 * the way there and get it on the way back. Safe from any thread.
 */
final class RmiGateway implements Gateway {

    private final GatewayContext context;
    private final Connection connection;
    private final ServerCalls calls;

    RmiGateway(GatewayContext context) {
        this.context = context;
        this.connection = new Connection(context);
        this.calls = new ServerCalls(context.name(), connection);
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
    public void connect(Settings settings) {
        connection.begin(LinkSettings.of(settings));
    }

    @Override
    public GatewayStatus status() {
        return connection.status();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        Link link = connection.link();
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        Outcome outcome = calls.ask("", link, session -> session.subscribe(message));
        if (outcome.isAccepted()) connection.subscriptions().accepted(request, link);
        return outcome;
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        connection.subscriptions().ended(new SubscribeRequest(request.gateway(), request.instrument()));
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return calls.ask(session -> session.unsubscribe(message));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return calls.ask(request.clientKey(), session -> session.sendOrder(message));
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        if (RemoteIds.isOfNoneBehind(request.id())) return RemoteIds.unknown("order", request.id());
        byte[] message = Messages.encode(new CancelRequest(new Id(request.id().local()), request.instrument()));
        return calls.ask(session -> session.cancelOrder(message));
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return calls.ask(request.clientKey(), session -> session.sendQuote(message));
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        if (RemoteIds.isOfNoneBehind(request.id())) return RemoteIds.unknown("quote", request.id());
        byte[] message = Messages.encode(new CancelQuoteRequest(new Id(request.id().local()), request.instrument()));
        return calls.ask(session -> session.cancelQuote(message));
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        byte[] message = Messages.encode(request.at(behind(request.gateway())));
        return calls.history(session -> session.queryHistory(message));
    }

    @Override
    public void queryAccounts(String path) {
        byte[] message = Messages.encodeText(behind(path));
        warnUnlessDone("the accounts of " + path, calls.ask(session -> session.queryAccounts(message)));
    }

    @Override
    public void queryPositions(String path) {
        byte[] message = Messages.encodeText(behind(path));
        warnUnlessDone("the positions of " + path, calls.ask(session -> session.queryPositions(message)));
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
        return calls.outcome(clientKey);
    }

    /** The part of a path that the server knows. */
    private static String behind(String path) {
        return GatewayPath.rest(path);
    }

    @Override
    public List<Monitor> monitors() {
        List<Monitor> monitors = new ArrayList<>();
        monitors.add(new Monitor("stream", List.of("figure", "value"), () -> StreamFigures.of(
                connection.counts(), connection.link(), connection.check().sign())));
        monitors.addAll(connection.serverMonitors().monitors());
        return monitors;
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action("disconnect",
                "Ends the connection and the attempts at one; connecting again may go to another server.",
                List.of(), parameters -> connection.disconnect()));
        actions.add(new Action("server", "Has the server carry out an action of one of its gateways or apps.",
                ServerActions.PARAMETERS, parameters -> ServerActions.run(calls, parameters)));
        actions.addAll(ServerActions.offered(calls, connection.serverMonitors().offers()));
        return actions;
    }
}
