package io.trunkline.engine.core;

import io.trunkline.engine.Books;
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

/** Passes every look-up on to the books. */
abstract class BooksFacade implements Books {

    private final CoreBooks books;

    BooksFacade(CoreBooks books) {
        this.books = books;
    }

    @Override
    public Optional<Tick> tick(InstrumentId instrument) {
        return books.tick(instrument);
    }

    @Override
    public Optional<Tick> tick(String gateway, InstrumentId instrument) {
        return books.tick(gateway, instrument);
    }

    @Override
    public Optional<Order> order(Id id) {
        return books.order(id);
    }

    @Override
    public Optional<Trade> trade(Id id) {
        return books.trade(id);
    }

    @Override
    public Optional<Quote> quote(Id id) {
        return books.quote(id);
    }

    @Override
    public Optional<Position> position(Id id) {
        return books.position(id);
    }

    @Override
    public Optional<Account> account(Id id) {
        return books.account(id);
    }

    @Override
    public Optional<Contract> contract(InstrumentId instrument) {
        return books.contract(instrument);
    }

    @Override
    public Optional<Contract> contract(String gateway, InstrumentId instrument) {
        return books.contract(gateway, instrument);
    }

    @Override
    public Optional<GatewayStatus> gatewayStatus(String gateway) {
        return books.gatewayStatus(gateway);
    }

    @Override
    public List<Tick> ticks() {
        return books.ticks();
    }

    @Override
    public List<Order> orders() {
        return books.orders();
    }

    @Override
    public List<Order> activeOrders() {
        return books.activeOrders();
    }

    @Override
    public List<Trade> trades() {
        return books.trades();
    }

    @Override
    public List<Trade> trades(Id orderId) {
        return books.trades(orderId);
    }

    @Override
    public List<Quote> quotes() {
        return books.quotes();
    }

    @Override
    public List<Quote> activeQuotes() {
        return books.activeQuotes();
    }

    @Override
    public List<Position> positions() {
        return books.positions();
    }

    @Override
    public List<Account> accounts() {
        return books.accounts();
    }

    @Override
    public List<Contract> contracts() {
        return books.contracts();
    }

    @Override
    public List<GatewayStatus> gatewayStatuses() {
        return books.gatewayStatuses();
    }

    @Override
    public Snapshot snapshot() {
        return books.snapshot();
    }
}
