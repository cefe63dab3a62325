package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.rmi.wire.Messages;
import java.io.IOException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was subscribed through the gateway, so that it can be asked for again in the next session. Safe from any thread.
 */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private final Set<SubscribeRequest> wanted = new HashSet<>();
    private final Set<SubscribeRequest> active = new HashSet<>(); // accepted in the session of now
    private Link current;

    /** The server accepted a request in a session. */
    synchronized void accepted(SubscribeRequest request, Link link) {
        wanted.add(request);
        beginSession(link);
        active.add(request);
    }

    /** It is not wanted any longer. */
    synchronized void ended(SubscribeRequest request) {
        wanted.remove(request);
        active.remove(request);
    }

    private void beginSession(Link link) {
        if (current == link) return;
        current = link;
        active.clear();
    }

    /** Asks a new session for what is wanted and not active. What is refused, such as a contract not there yet, is asked for again later. */
    void restore(Link link, String gateway) throws RemoteException {
        List<SubscribeRequest> missing;
        synchronized (this) {
            beginSession(link);
            missing = new ArrayList<>(wanted);
            missing.removeAll(active);
        }
        for (SubscribeRequest request : missing) {
            byte[] reply = link.session().subscribe(Messages.encode(request.at(GatewayPath.rest(request.gateway()))));
            try {
                Outcome outcome = Messages.decodeOutcome(reply);
                if (outcome.isAccepted()) restored(request, link);
                else LOG.debug("{}: {} is not subscribed again yet: {}", gateway, request.instrument(), outcome);
            } catch (IOException e) {
                throw new RemoteException("a subscription could not be restored: " + e.getMessage(), e);
            }
        }
    }

    private synchronized void restored(SubscribeRequest request, Link link) {
        if (current == link && wanted.contains(request)) active.add(request);
    }
}
