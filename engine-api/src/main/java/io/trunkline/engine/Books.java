package io.trunkline.engine;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.Optional;

/**
 * What an engine knows: the last state of everything that its gateways reported. Look-ups never block and may be made
 * from any thread; on the event thread they include the event being handled. Lists are copies.
 */
public interface Books {

    /** The last tick of an instrument, of whichever gateway reported last. */
    Optional<Tick> tick(InstrumentId instrument);

    /** The last tick of an instrument at a gateway path. */
    Optional<Tick> tick(String gateway, InstrumentId instrument);

    /** An order by its id. */
    Optional<Order> order(Id id);

    /** A trade by its id. */
    Optional<Trade> trade(Id id);

    /** A quote by its id. */
    Optional<Quote> quote(Id id);

    /** A position by its id, see {@link Position#idOf}. */
    Optional<Position> position(Id id);

    /** An account by its id. */
    Optional<Account> account(Id id);

    /** The contract of an instrument, of whichever gateway reported it first. */
    Optional<Contract> contract(InstrumentId instrument);

    /** The contract of an instrument at a gateway path. */
    Optional<Contract> contract(String gateway, InstrumentId instrument);

    /** The last reported state of a gateway path. */
    Optional<GatewayStatus> gatewayStatus(String gateway);

    /** The last tick of each gateway path and instrument. */
    List<Tick> ticks();

    /** All orders, in order of their first arrival. */
    List<Order> orders();

    /** The orders that can still trade. */
    List<Order> activeOrders();

    /** All trades, in order of arrival. */
    List<Trade> trades();

    /** The trades of an order, in order of arrival. */
    List<Trade> trades(Id orderId);

    /** All quotes, in order of their first arrival. */
    List<Quote> quotes();

    /** The quotes that can still trade. */
    List<Quote> activeQuotes();

    /** All positions. */
    List<Position> positions();

    /** All accounts. */
    List<Account> accounts();

    /** All contracts. */
    List<Contract> contracts();

    /** The states of all gateway paths that reported one. */
    List<GatewayStatus> gatewayStatuses();

    /**
     * Everything at one point between two events, if called on the event thread; from another thread each list is by
     * itself a moment's.
     */
    Snapshot snapshot();
}
