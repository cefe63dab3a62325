package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who wants the ticks of one instrument at one gateway path. Its lock is held while the gateway is asked, so that all
 * who want the same wait for the one answer and nobody else does.
 */
final class Subscription {

    private final ReentrantLock lock = new ReentrantLock();
    private final Gateway gateway;
    private final SubscribeRequest request;
    private final Set<Object> holders = // changed under the lock, asked without it
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private boolean asked; // the gateway was asked and took it; guarded by lock
    private boolean ended; // nothing is to be added any more; guarded by lock
    private long endings; // how often the last interest ended; guarded by lock

    Subscription(Gateway gateway, SubscribeRequest request) {
        this.gateway = gateway;
        this.request = request;
    }

    /**
     * Adds a holder, asking the gateway if it was not asked. Returns the gateway's refusal, or null if this one has
     * ended.
     */
    Outcome add(Object holder) {
        lock.lock();
        try {
            if (ended) return null;
            if (!asked) {
                Outcome outcome = GatewayCalls.reply(gateway, ReplyKind.OUTCOME, () -> gateway.subscribe(request));
                if (!outcome.isAccepted()) {
                    ended = true;
                    return outcome;
                }
                asked = true;
            }
            holders.add(holder);
            return Outcome.accepted(MarketDesk.subscriptionId(request.gateway(), request.instrument()));
        } finally {
            lock.unlock();
        }
    }

    /** Removes a holder. Returns the number of this ending if it was the last, else 0. */
    long remove(Object holder) {
        if (!isHeldBy(holder)) return 0; // whoever leaves must not wait for a gateway that answers somebody else
        lock.lock();
        try {
            return holders.remove(holder) && holders.isEmpty() ? ++endings : 0;
        } finally {
            lock.unlock();
        }
    }

    boolean isHeldBy(Object holder) {
        return holders.contains(holder);
    }

    /** Tells the gateway, unless somebody came back since that ending. Returns whether it has ended. */
    boolean end(long ending) {
        lock.lock();
        try {
            if (ended || !holders.isEmpty() || endings != ending) return ended;
            ended = true;
            GatewayCalls.reply(gateway, ReplyKind.OUTCOME,
                    () -> gateway.unsubscribe(new UnsubscribeRequest(request.gateway(), request.instrument())));
            return true;
        } finally {
            lock.unlock();
        }
    }
}
