package io.trunkline.engine.core;

import io.trunkline.engine.Conversion;
import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Trade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works out the offset of orders at one gateway path. It follows instruments whose contract is known and does not
 * keep a net position; requests for others pass unchanged.
 *
 * <p>The event thread feeds it, any thread asks; guarded by this object's monitor.
 */
final class OffsetConverter {

    private final Function<InstrumentId, Optional<Contract>> contracts;
    private final Predicate<Id> known;
    private final Map<InstrumentId, Holding> holdings = new HashMap<>();

    /** A converter that looks up contracts, and whether an order is in the books. */
    OffsetConverter(Function<InstrumentId, Optional<Contract>> contracts, Predicate<Id> known) {
        this.contracts = contracts;
        this.known = known;
    }

    synchronized void onPosition(Position position) {
        if (followed(position.instrument())) holding(position.instrument()).report(position);
    }

    synchronized void onOrder(Order order) {
        if (followed(order.instrument())) holding(order.instrument()).order(order);
    }

    synchronized void onTrade(Trade trade) {
        if (followed(trade.instrument())) holding(trade.instrument()).trade(trade);
    }

    /** Forgets an order that left the books. */
    synchronized void onRemoved(Order order) {
        Holding holding = holdings.get(order.instrument());
        if (holding != null) holding.forget(order.id());
    }

    /** Forgets a position that left the books. */
    synchronized void onRemoved(Position position) {
        Holding holding = holdings.get(position.instrument());
        if (holding == null) return;
        holding.report(new Position(
                position.gateway(), position.instrument(), position.direction(), 0, 0, 0, 0, 0));
    }

    /**
     * Counts an order that was just accepted as active, so that what it closes is not given to a second one before its
     * first event is handled. Does nothing if that was handled already: what the books know is newer.
     */
    synchronized void onSent(Order order) {
        if (!known.test(order.id())) onOrder(order);
    }

    /** Splits a request by what it could close now. */
    synchronized Conversion convert(OrderRequest request, ConversionMode mode) {
        if (!followed(request.instrument())) return Conversion.to(List.of(request));
        return Splitting.of(request, mode, holding(request.instrument()).closedBy(request.direction()));
    }

    /** The holding of an instrument; nothing if none was reported. */
    synchronized Holding holding(InstrumentId instrument) {
        return holdings.computeIfAbsent(instrument, id -> new Holding(id.exchange().splitsCloseByDay()));
    }

    private boolean followed(InstrumentId instrument) {
        return contracts.apply(instrument).map(contract -> !contract.netPosition()).orElse(false);
    }
}
