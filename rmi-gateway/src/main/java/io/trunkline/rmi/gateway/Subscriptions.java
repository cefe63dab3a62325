package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.WireException;
import java.rmi.RemoteException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was subscribed through the gateway, so that it can be asked for again in the next session. What is refused then,
 * such as a contract that is not there yet, is asked for later: when the server reports a contract or a gateway's
 * state, and otherwise after pauses that double. Safe from any thread.
 */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final int LONGEST_PAUSE = 32; // in calls of restore

    private final Map<SubscribeRequest, Link> wanted = new HashMap<>(); // with the session that took it, null for none
    private volatile boolean news;
    private int pause = 1; // the pauses are used by the one thread that restores
    private int left;

    /** The server accepted a request in a session. */
    synchronized void accepted(SubscribeRequest request, Link link) {
        wanted.put(request, link);
    }

    /** It is not wanted any longer. */
    synchronized void ended(SubscribeRequest request) {
        wanted.remove(request);
    }

    /** The server reported something that may let it accept what it refused. */
    void hint() {
        news = true;
    }

    private synchronized List<SubscribeRequest> missing(Link link) {
        return wanted.entrySet().stream().filter(entry -> entry.getValue() != link).map(Map.Entry::getKey).toList();
    }

    /**
     * Asks a session for what is wanted and was not accepted in it. To be called once a heartbeat.
     *
     * @param first whether this is the session's first time
     * @param nanos when to stop, for a sign of life, and be called again at once
     * @return whether it stopped for that
     * @throws RemoteException if a call failed; the rest is left for another time
     */
    boolean restore(Link link, String gateway, boolean first, long nanos) throws RemoteException {
        if (first || news) {
            pause = 1;
            left = 0;
        }
        if (left-- > 0) return false;
        news = false;
        left = pause; // unless all goes well
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        boolean refused = false;
        long start = System.nanoTime();
        for (SubscribeRequest request : missing(link)) {
            if (System.nanoTime() - start > nanos) {
                news = true;
                return true;
            }
            Outcome outcome = ask(link, request);
            if (outcome.isAccepted()) restored(request, link);
            else LOG.debug("{}: {} is not subscribed again yet: {}", gateway, request.instrument(), outcome);
            refused |= !outcome.isAccepted();
        }
        if (!refused) {
            left = 0;
            pause = 1;
        }
        return false;
    }

    private static Outcome ask(Link link, SubscribeRequest request) throws RemoteException {
        byte[] reply = link.session().subscribe(Messages.encode(request.at(GatewayPath.rest(request.gateway()))));
        try {
            return Messages.decodeOutcome(reply);
        } catch (WireException e) {
            throw new RemoteException("a subscription could not be restored: " + e.getMessage(), e);
        }
    }

    /**
     * Notes that a request is active again; takes it back if it was ended meanwhile, since the server then heard that
     * first.
     */
    private void restored(SubscribeRequest request, Link link) throws RemoteException {
        synchronized (this) {
            if (wanted.containsKey(request)) {
                wanted.put(request, link);
                return;
            }
        }
        UnsubscribeRequest end = new UnsubscribeRequest(GatewayPath.rest(request.gateway()), request.instrument());
        link.session().unsubscribe(Messages.encode(end));
        synchronized (this) {
            if (wanted.containsKey(request)) wanted.put(request, null); // wanted anew meanwhile: to be asked for again
        }
    }
}
