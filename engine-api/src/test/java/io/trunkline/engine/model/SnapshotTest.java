package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SnapshotTest {

    private final List<Contract> contracts = new ArrayList<>(List.of(Samples.CONTRACT));
    private final List<Account> accounts = new ArrayList<>(List.of(Samples.ACCOUNT));
    private final List<Position> positions = new ArrayList<>(List.of(Samples.POSITION));
    private final List<Order> orders = new ArrayList<>(List.of(Samples.ORDER));
    private final List<Trade> trades = new ArrayList<>(List.of(Samples.TRADE));
    private final List<Quote> quotes = new ArrayList<>(List.of(Samples.QUOTE));
    private final List<GatewayStatus> gateways = new ArrayList<>(List.of(Samples.STATUS));
    private final List<Tick> ticks = new ArrayList<>(List.of(Samples.TICK));
    private final List<List<?>> sources =
            List.of(contracts, accounts, positions, orders, trades, quotes, gateways, ticks);
    private final Snapshot snapshot =
            new Snapshot(contracts, accounts, positions, orders, trades, quotes, gateways, ticks);
    private final List<List<?>> lists = List.of(snapshot.contracts(), snapshot.accounts(), snapshot.positions(),
            snapshot.orders(), snapshot.trades(), snapshot.quotes(), snapshot.gateways(), snapshot.ticks());

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        sources.forEach(List::clear);

        assertThat(lists).allSatisfy(list -> assertThat(list).hasSize(1));
    }

    @Test
    void canNotBeChanged() {
        assertThat(lists).allSatisfy(list ->
                assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class));
    }
}
