package io.trunkline.engine.sim;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The account and its positions, and when they are published: at once when an order or a fill changed them, and while
 * ticks move the market at most once a second of real time. Guarded by the exchange's lock.
 *
 * <p>The rule of the money: there is no margin and no commission. The balance is the start sum, plus all that closing
 * won or lost, plus what open positions are worth at the last prices. An active order that opens binds a deposit, a
 * fixed part of its price x volume x size, until it trades or ends; that is what is frozen, and the rest is available.
 * MARKET orders bind nothing, as they never wait.
 */
final class Ledger {

    private static final long REFRESH_NANOS = 1_000_000_000;

    private final String gateway;
    private final EventSink sink;
    private final String accountId;
    private final Cash cash;
    private final Collection<Market> markets;
    private final LongSupplier nanos;
    private final Map<Id, Position> published = new HashMap<>();
    private final Set<Market> changed = new LinkedHashSet<>();
    private Account publishedAccount;
    private long refreshedAt;

    Ledger(String gateway, EventSink sink, SimSettings settings, Collection<Market> markets, LongSupplier nanos) {
        this.gateway = gateway;
        this.sink = sink;
        this.accountId = settings.account();
        this.cash = new Cash(settings.balance(), settings.deposit());
        this.markets = markets;
        this.nanos = nanos;
        this.refreshedAt = nanos.getAsLong();
    }

    /** Why a leg cannot be taken, if it cannot: too little to close, or too little money to open. */
    Optional<Refusal> check(Market market, Leg leg, long depositBefore) {
        Optional<Refusal> position = market.holding().check(leg);
        if (position.isPresent()) return position;
        double deposit = Cash.money(depositBefore + depositOf(market, leg));
        if (deposit == 0) return Optional.empty();
        double available = account().available();
        if (deposit <= available) return Optional.empty();
        return Optional.of(new Refusal("cash", "the deposit of " + Lots.text(deposit) + " is above the "
                + Lots.text(available) + " that are available"));
    }

    /** The money that a leg will bind, in ten-thousandths. */
    long depositOf(Market market, Leg leg) {
        if (leg.offset().closes() && !market.contract().netPosition()) return 0;
        return switch (leg.type()) {
            case MARKET, RFQ, ETF -> 0;
            case LIMIT, STOP, FAK, FOK -> cash.depositOf(leg.price(), leg.remaining(), market.contract().size());
        };
    }

    void bind(Market market, Leg leg) {
        market.holding().bind(leg);
        rebind(leg, depositOf(market, leg));
        changed.add(market);
    }

    void release(Market market, Leg leg) {
        market.holding().release(leg);
        rebind(leg, 0);
        changed.add(market);
    }

    /** Books a fill; the leg's remaining volume is already without it. */
    void fill(Market market, Leg leg, double volume, double price) {
        cash.realise(market.holding().fill(leg, volume, price));
        rebind(leg, depositOf(market, leg));
        changed.add(market);
    }

    private void rebind(Leg leg, long deposit) {
        cash.bind(deposit - leg.deposit());
        leg.bindDeposit(deposit);
    }

    /** Turns today's lots into yesterday's. */
    void rollDay() {
        markets.forEach(market -> market.holding().rollDay());
        changed.addAll(markets);
    }

    /** Publishes what orders and fills changed. */
    void publishChanges() {
        if (changed.isEmpty()) return;
        changed.forEach(this::publishIfNew);
        changed.clear();
        publishAccountIfNew();
    }

    /** Publishes what the market's move changed, if it is time. */
    void publishMove() {
        long now = nanos.getAsLong();
        if (now - refreshedAt < REFRESH_NANOS) return;
        refreshedAt = now;
        publishValues();
    }

    /** Publishes all that is not up to date. */
    void publishValues() {
        markets.forEach(this::publishIfNew);
        publishAccountIfNew();
    }

    /** Publishes the account. */
    void publishAccount() {
        publish(account());
    }

    private void publish(Account account) {
        publishedAccount = account;
        sink.publish(account);
    }

    /** Publishes all positions. */
    void publishPositions() {
        for (Market market : markets) {
            for (Position position : market.holding().positions()) publish(position);
        }
    }

    /** The ids of the positions that were published. */
    Set<Id> positions() {
        return Set.copyOf(published.keySet());
    }

    private void publishIfNew(Market market) {
        for (Position position : market.holding().positions()) {
            if (!position.equals(published.get(position.id()))) publish(position);
        }
    }

    private void publish(Position position) {
        published.put(position.id(), position);
        sink.publish(position);
    }

    private void publishAccountIfNew() {
        Account account = account();
        if (!account.equals(publishedAccount)) publish(account);
    }

    private Account account() {
        double unrealised = 0;
        for (Market market : markets) unrealised += market.holding().unrealised();
        return Account.of(gateway, accountId, cash.settled() + unrealised, cash.frozen());
    }
}
