package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.Partial;
import io.trunkline.launcher.text.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TraderTest {

    private final Market market = new Market();
    private final Trader trader = new Trader(Partial.of(MainEngine.class, market), List.of(Contract.builder()
            .gateway("RPC.SIM").instrument(Samples.APPLE).product(Product.FUTURES).priceTick(1).build()));

    /** An engine that fills what crosses the market at once and keeps the rest. */
    public static final class Market {

        final List<OrderRequest> sent = new CopyOnWriteArrayList<>();
        final Map<Id, Order> orders = new ConcurrentHashMap<>();

        public Optional<Tick> tick(InstrumentId instrument) {
            return Optional.of(Samples.tick());
        }

        public Outcome sendOrder(OrderRequest request) {
            sent.add(request);
            boolean isMarketable = request.direction() == Direction.LONG ? request.price() >= 6841
                    : request.price() <= 6838;
            Order order = Order.of(request, "RPC.SIM", Integer.toString(sent.size()));
            orders.put(order.id(), order.toBuilder().status(isMarketable ? Status.ALLTRADED : Status.NOTTRADED)
                    .build());
            return Outcome.accepted(order.id());
        }

        public Outcome cancelOrder(CancelRequest request) {
            orders.computeIfPresent(request.id(), (id, order) -> order.toBuilder().status(Status.CANCELLED).build());
            return Outcome.accepted(request.id());
        }

        public Optional<Order> order(Id id) {
            return Optional.ofNullable(orders.get(id));
        }

        public List<Trade> trades(Id id) {
            return List.of();
        }
    }

    @Test
    void opensClosesAndCancelsAndLeavesNothingActive() throws InterruptedException {
        trader.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (market.sent.size() < 6 && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(5);
        trader.stop();

        assertThat(market.sent.stream().limit(6)
                .map(request -> request.direction() + " " + request.offset() + "@" + request.price()))
                .containsExactly("LONG OPEN@6850.5", "LONG OPEN@6477.0", "SHORT CLOSE@6828.0",
                        "SHORT OPEN@6828.0", "SHORT OPEN@7305.0", "LONG CLOSE@6850.5");
        assertThat(trader.active()).isZero();
        assertThat(trader.sent()).isEqualTo(market.sent.size());
        assertThat(market.orders.values()).noneMatch(Order::isActive);
    }

    @Test
    void pricesStayWithinTheDaysLimits() {
        Tick tick = Samples.tick().toBuilder().depth(Depth.of(6480, 1, 7300, 1)).build();

        assertThat(Trader.marketable(tick, Direction.LONG, 1)).isEqualTo(7305);
        assertThat(Trader.marketable(tick, Direction.SHORT, 1)).isEqualTo(6477);
    }

    @Test
    void farPricesAreFarEvenWithoutLimits() {
        Tick tick = Samples.tick().toBuilder().limitUp(0).limitDown(0).build();

        assertThat(Trader.far(tick, Direction.LONG, 1)).isEqualTo(6638);
        assertThat(Trader.far(tick, Direction.SHORT, 1)).isEqualTo(7040.5);
        assertThat(Trader.marketable(tick, Direction.LONG, 1)).isEqualTo(6850.5);
    }
}
