package io.trunkline.rmi.access;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.rmi.wire.Visibility;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a client sees: the one rule for its snapshot, its stream, its look-ups and outcomes, and the digest of its books.
 * Immutable; two views that show the same way are equal.
 *
 * @param gateways paths whose records it sees, and what is behind them; all if empty
 * @param instruments which instruments it sees
 * @param owner whose orders, trades and quotes it sees; everybody's if empty
 * @param logs whether it sees log entries and events of apps, which may tell of anything
 */
public record View(Paths gateways, InstrumentPatterns instruments, String owner, boolean logs) implements Visibility {

    /** Everything. */
    public static final View EVERYTHING = new View(Paths.ALL, InstrumentPatterns.ALL, "", true);

    /** Whether nothing is hidden. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    @Override
    public boolean seesGateway(String path) {
        return gateways.include(path);
    }

    @Override
    public boolean seesInstrument(String path, InstrumentId instrument) {
        return seesGateway(path) && instruments.include(instrument);
    }

    @Override
    public boolean seesOwner(String name) {
        return owner.isEmpty() || owner.equals(name);
    }

    /** Whether it sees an event. */
    public boolean sees(Event event) {
        if (event instanceof Tick tick) return seesInstrument(tick.gateway(), tick.instrument());
        if (event instanceof Order order) return sees(order.gateway(), order.instrument(), order.owner());
        if (event instanceof Trade trade) return sees(trade.gateway(), trade.instrument(), trade.owner());
        if (event instanceof Quote quote) return sees(quote.gateway(), quote.instrument(), quote.owner());
        if (event instanceof Position position) return seesInstrument(position.gateway(), position.instrument());
        if (event instanceof Contract contract) return seesInstrument(contract.gateway(), contract.instrument());
        if (event instanceof Account account) return seesGateway(account.gateway());
        if (event instanceof GatewayStatus status) return seesGateway(status.gateway());
        if (event instanceof Resync resync) return seesGateway(resync.gateway());
        if (event instanceof Conflated conflated) return seesGateway(conflated.gateway());
        return logs;
    }

    /** Whether each view sees either both states of a record or none of them. */
    public static boolean isSeenAlike(Event before, Event after) {
        if (before instanceof Order one && after instanceof Order two) {
            return isAt(one.gateway(), one.instrument(), two.gateway(), two.instrument())
                    && one.owner().equals(two.owner());
        }
        if (before instanceof Quote one && after instanceof Quote two) {
            return isAt(one.gateway(), one.instrument(), two.gateway(), two.instrument())
                    && one.owner().equals(two.owner());
        }
        if (before instanceof Position one && after instanceof Position two) {
            return isAt(one.gateway(), one.instrument(), two.gateway(), two.instrument());
        }
        return before instanceof Account one && after instanceof Account two && one.gateway().equals(two.gateway());
    }

    private static boolean isAt(String path, InstrumentId instrument, String samePath, InstrumentId same) {
        return path.equals(samePath) && instrument.equals(same);
    }

    private boolean sees(String path, InstrumentId instrument, String name) {
        return seesInstrument(path, instrument) && seesOwner(name);
    }

    /**
     * 128 bits that equal views have in common, and others have not; all zero for {@link #EVERYTHING}.
     */
    public long[] mark() {
        if (isEverything()) return new long[2];
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(toString().getBytes(StandardCharsets.UTF_8)));
            return new long[] {digest.getLong(), digest.getLong()};
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
