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

    /** Copies the lists. */
    public Snapshot {
        contracts = List.copyOf(contracts);
        accounts = List.copyOf(accounts);
        positions = List.copyOf(positions);
        orders = List.copyOf(orders);
        trades = List.copyOf(trades);
        quotes = List.copyOf(quotes);
        gateways = List.copyOf(gateways);
        ticks = List.copyOf(ticks);
    }
}
