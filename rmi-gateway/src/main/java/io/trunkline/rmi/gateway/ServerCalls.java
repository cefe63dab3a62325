package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Refusal;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.WireException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls to the server, and what became of them: answered, refused, or in doubt because no answer came. Ids and paths in
 * answers get the gateway's name. Safe from any thread.
 */
final class ServerCalls {

    /** A call to the session. */
    interface Call {
        byte[] on(RpcSession session) throws RemoteException;
    }

    private static final String UNKNOWN = "unknown, being resolved: ";

    private final String gateway;
    private final Connection connection;
    private final Map<String, Address> unanswered = new ConcurrentHashMap<>(); // the server by the client key

    ServerCalls(String gateway, Connection connection) {
        this.gateway = gateway;
        this.connection = connection;
    }

    /** Makes a call for something without a client key. */
    Outcome ask(Call call) {
        return ask("", call);
    }

    /** Makes a call for what has a client key, by which it can be asked for if no answer comes. */
    Outcome ask(String clientKey, Call call) {
        return ask(clientKey, connection.link(), call);
    }

    /** Makes a call over a link, null if there is none; seen by JDK Flight Recorder. */
    Outcome ask(String clientKey, Link link, Call call) {
        CallEvent event = new CallEvent();
        event.begin();
        Outcome outcome = answer(clientKey, link, call);
        event.finish(gateway, clientKey, outcome);
        return outcome;
    }

    private Outcome answer(String clientKey, Link link, Call call) {
        if (link == null) return Outcome.refused("not-connected", connection.whyNoLink());
        try {
            return rehome(Messages.decodeOutcome(call.on(link.session())));
        } catch (ConnectException | ConnectIOException e) {
            connection.wake();
            return Outcome.refused("not-connected", Faults.text(e));
        } catch (RemoteException e) {
            noAnswer(link, clientKey);
            connection.wake();
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
        return outcome instanceof Outcome.Accepted accepted ? Outcome.accepted(accepted.id().under(gateway)) : outcome;
    }

    /** Asks for bars. */
    History history(Call call) {
        Link link = connection.link();
        if (link == null) return History.refused("not-connected", connection.whyNoLink());
        try {
            History history = Messages.decodeBars(call.on(link.session()));
            if (history.whyRefused().isPresent()) return history;
            List<Bar> bars = history.bars().stream()
                    .map(bar -> bar.at(GatewayPath.join(gateway, bar.gateway()))).toList();
            return History.bars(bars);
        } catch (RemoteException e) {
            connection.wake();
            return History.refused("no-answer", Faults.text(e));
        } catch (WireException e) {
            return History.refused("no-answer", "the server's answer cannot be read: " + e.getMessage());
        }
    }

    /** Asks for an action. */
    ActionRequest.Answer act(ActionRequest request) {
        Link link = connection.link();
        if (link == null) return noAction("not-connected", connection.whyNoLink());
        try {
            return ActionRequest.Answer.decode(link.session().act(request.encode()));
        } catch (RemoteException e) {
            connection.wake();
            return noAction("no-answer", "it may have been carried out: " + Faults.text(e));
        } catch (WireException e) {
            return noAction("no-answer", "the server's answer cannot be read: " + e.getMessage());
        }
    }

    private static ActionRequest.Answer noAction(String rule, String message) {
        return new ActionRequest.Answer(new Refusal(rule, message), "");
    }

    /** Asks what became of what was sent with a client key. */
    Outcome outcome(String clientKey) {
        Link link = connection.link();
        if (link == null) return new Outcome.InDoubt(clientKey, connection.whyNoLink());
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
            connection.wake();
            return new Outcome.InDoubt(clientKey, Faults.text(e));
        } catch (WireException e) {
            return new Outcome.InDoubt(clientKey, "the server's answer cannot be read: " + e.getMessage());
        }
    }

    /** The server has not received it yet: only once the session is over it cannot do so any more. */
    private Outcome renew(Link link, String clientKey) {
        connection.renew(link);
        return new Outcome.InDoubt(clientKey, "the server has not received it so far");
    }
}
