package io.trunkline.engine.model;

import java.util.List;

/**
 * What an engine's books hold at one point between two events. Each list is in no particular order unless said.
 *
 * @param contracts all contracts
 * @param accounts all accounts
 * @param positions all positions
 * @param orders all orders, in order of their first arrival
 * @param trades all trades, in order of arrival
 * @param quotes all quotes, in order of their first arrival
 * @param gateways the state of each gateway path
 * @param ticks the last tick of each gateway and instrument
 */
public record Snapshot(
        List<Contract> contracts, List<Account> accounts, List<Position> positions, List<Order> orders,
        List<Trade> trades, List<Quote> quotes, List<GatewayStatus> gateways, List<Tick> ticks) {

    /** Copies the lists, unless they are {@linkplain PagedList paged} and so never change. */
    public Snapshot {
        contracts = PagedList.copyOf(contracts);
        accounts = PagedList.copyOf(accounts);
        positions = PagedList.copyOf(positions);
        orders = PagedList.copyOf(orders);
        trades = PagedList.copyOf(trades);
        quotes = PagedList.copyOf(quotes);
        gateways = PagedList.copyOf(gateways);
        ticks = PagedList.copyOf(ticks);
    }
}
