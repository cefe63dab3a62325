package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.plugin.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Senders on several threads while the shipped session runs as fast as it can. */
@Timeout(60)
class ManyThreadsTest {

    private final RecordingSink sink = new RecordingSink();

    @Test
    void whatIsPublishedHappenedInThatOrderWhoeverSent() throws Exception {
        try (SimGateway gateway = new SimGateway(GatewayContext.of("SIM", sink, InstantSource.fixed(Desk.NOW)))) {
            gateway.connect(Settings.parse(SimSettings.DESCRIPTORS,
                    Map.of("speed", "max", "start", "subscribe", "deposit", "0")));
            sink.awaitState(GatewayState.LIVE);
            gateway.subscribe(new SubscribeRequest("SIM", Desk.AP));
            sink.await(Tick.class, any -> true);
            List<Future<List<Id>>> senders = new ArrayList<>();
            ExecutorService pool = Executors.newFixedThreadPool(3);
            for (int seed = 0; seed < 3; seed++) {
                Random random = new Random(seed);
                senders.add(pool.submit(() -> send(gateway, random)));
            }
            List<Id> sent = new ArrayList<>();
            for (Future<List<Id>> sender : senders) sent.addAll(sender.get());
            pool.shutdown();
            sink.awaitLog("the recording is over");

            assertThat(sent).hasSize(1_500).doesNotHaveDuplicates();
            assertThat(sink.of(Tick.class)).hasSize(22_752);
            check(sink.events());
        }
    }

    private static List<Id> send(SimGateway gateway, Random random) {
        List<Id> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Direction direction = random.nextBoolean() ? Direction.LONG : Direction.SHORT;
            ids.add(gateway.sendOrder(OrderRequest.limit("SIM", Desk.AP, direction, Offset.OPEN, 1 + random.nextInt(3),
                    6800 + random.nextInt(400))).acceptedId().orElseThrow());
            if (i % 3 == 0) gateway.cancelOrder(CancelRequest.of(ids.get(random.nextInt(ids.size()))));
        }
        return ids;
    }

    private static void check(List<Event> events) {
        Map<Id, Order> orders = new HashMap<>();
        Map<Direction, Double> bought = new HashMap<>();
        Map<Direction, Double> held = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Order order) {
                Order old = orders.put(order.id(), order);
                if (old != null) {
                    assertThat(order.status().rank()).as("%s after %s", order, old)
                            .isGreaterThanOrEqualTo(old.status().rank());
                    assertThat(order.time()).isAfterOrEqualTo(old.time());
                }
            } else if (event instanceof Trade trade) {
                assertThat(orders.get(trade.orderId()).traded()).isGreaterThanOrEqualTo(trade.volume());
                bought.merge(trade.direction(), trade.volume(), Double::sum);
            } else if (event instanceof Position position) {
                held.put(position.direction(), position.volume());
            }
        }
        assertThat(held).isNotEmpty().isEqualTo(bought);
        assertThat(orders.values().stream().mapToDouble(Order::traded).sum())
                .isEqualTo(bought.values().stream().mapToDouble(Double::doubleValue).sum());
    }
}
