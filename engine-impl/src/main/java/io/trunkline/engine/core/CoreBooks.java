package io.trunkline.engine.core;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The books of an engine: the first stage on the event thread, which alone writes; any thread reads. */
final class CoreBooks implements Books {

    private final TickBook ticks = new TickBook();
    private final OrderBook orders = new OrderBook();
    private final TradeBook trades = new TradeBook();
    private final QuoteBook quotes = new QuoteBook();
    private final ContractBook contracts = new ContractBook();
    private final Ledger<Position> positions = new Ledger<>();
    private final Ledger<Account> accounts = new Ledger<>();
    private final Map<String, GatewayStatus> gateways = new ConcurrentHashMap<>();
    private final Converters converters = new Converters(this);

    /** Takes an event into the books. Answers false if it repeats or is older than what is known. */
    boolean apply(Event event) {
        if (event instanceof Tick tick) {
            ticks.put(tick);
            return true;
        }
        if (event instanceof Order order) return apply(order);
        if (event instanceof Trade trade) return apply(trade);
        if (event instanceof Quote quote) return quotes.put(quote);
        applyAlways(event);
        return true;
    }

    private boolean apply(Order order) {
        if (!orders.put(order)) return false;
        converters.of(order.gateway()).onOrder(order);
        return true;
    }

    private boolean apply(Trade trade) {
        if (!trades.put(trade)) return false;
        converters.onTrade(trade);
        return true;
    }

    private void applyAlways(Event event) {
        if (event instanceof Position position) {
            positions.put(position.id(), position);
            converters.of(position.gateway()).onPosition(position);
        } else if (event instanceof Account account) {
            accounts.put(account.id(), account);
        } else if (event instanceof Contract contract) {
            contracts.put(contract);
        } else if (event instanceof GatewayStatus status) {
            gateways.put(status.gateway(), status);
        } else if (event instanceof Resync resync) {
            remove(resync);
        }
    }

    private void remove(Resync resync) {
        String path = resync.gateway();
        orders.remove(resync.removed(RecordKind.ORDER), path)
                .forEach(order -> converters.of(order.gateway()).onRemoved(order));
        positions.remove(resync.removed(RecordKind.POSITION), path)
                .forEach(position -> converters.of(position.gateway()).onRemoved(position));
        trades.remove(resync.removed(RecordKind.TRADE), path);
        quotes.remove(resync.removed(RecordKind.QUOTE), path);
        accounts.remove(resync.removed(RecordKind.ACCOUNT), path);
        contracts.remove(resync.removed(RecordKind.CONTRACT), path);
    }

    Converters converters() {
        return converters;
    }

    /** The gateway paths at or behind {@code root} that list an instrument. */
    List<String> listing(InstrumentId instrument, String root) {
        return contracts.listing(instrument, root);
    }

    @Override
    public Optional<Tick> tick(InstrumentId instrument) {
        return ticks.find(instrument);
    }

    @Override
    public Optional<Tick> tick(String gateway, InstrumentId instrument) {
        return ticks.find(gateway, instrument);
    }

    @Override
    public Optional<Order> order(Id id) {
        return orders.find(id);
    }

    @Override
    public Optional<Trade> trade(Id id) {
        return trades.find(id);
    }

    @Override
    public Optional<Quote> quote(Id id) {
        return quotes.find(id);
    }

    @Override
    public Optional<Position> position(Id id) {
        return positions.find(id);
    }

    @Override
    public Optional<Account> account(Id id) {
        return accounts.find(id);
    }

    @Override
    public Optional<Contract> contract(InstrumentId instrument) {
        return contracts.find(instrument);
    }

    @Override
    public Optional<Contract> contract(String gateway, InstrumentId instrument) {
        return contracts.find(gateway, instrument);
    }

    @Override
    public Optional<GatewayStatus> gatewayStatus(String gateway) {
        return Optional.ofNullable(gateways.get(gateway));
    }

    @Override
    public List<Tick> ticks() {
        return ticks.all();
    }

    @Override
    public List<Order> orders() {
        return orders.all();
    }

    @Override
    public List<Order> activeOrders() {
        return orders.active();
    }

    @Override
    public List<Trade> trades() {
        return trades.all();
    }

    @Override
    public List<Trade> trades(Id orderId) {
        return trades.of(orderId);
    }

    @Override
    public List<Quote> quotes() {
        return quotes.all();
    }

    @Override
    public List<Quote> activeQuotes() {
        return quotes.active();
    }

    @Override
    public List<Position> positions() {
        return positions.all();
    }

    @Override
    public List<Account> accounts() {
        return accounts.all();
    }

    @Override
    public List<Contract> contracts() {
        return contracts.all();
    }

    @Override
    public List<GatewayStatus> gatewayStatuses() {
        return List.copyOf(gateways.values());
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(
                contracts(), accounts(), positions(), orders(), trades(), quotes(), gatewayStatuses(), ticks());
    }
}
