package io.trunkline.rmi.access;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client may do. Immutable.
 *
 * @param role what it is for
 * @param view what it sees
 * @param trades for which instruments it may send orders and quotes
 * @param cancelAfter how long after it is gone its orders and quotes are cancelled; empty for what it says itself
 * @param perSecond how many requests it may make a second, cancels and signs of life apart; 0 for any number
 */
public record Rights(Role role, View view, InstrumentPatterns trades, Optional<Duration> cancelAfter, int perSecond) {

    /** Those of everybody where nobody has to log in. */
    public static final Rights ALL =
            new Rights(Role.SUPERVISOR, View.EVERYTHING, InstrumentPatterns.ALL, Optional.empty(), 0);

    /** The same for one who sees a gateway as well. */
    Rights withGateway(String path) {
        return new Rights(role, new View(view.gateways().with(path), view.instruments(), view.owner(), view.logs()),
                trades, cancelAfter, perSecond);
    }

    /** Whether it may cancel what others sent. */
    public boolean cancelsAll() {
        return role.includes(Role.SUPERVISOR);
    }
}
