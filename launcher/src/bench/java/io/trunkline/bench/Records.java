package io.trunkline.bench;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The books of a big day: 20,000 contracts and 20,000 orders. */
final class Records {

    static final int EACH = 20_000;

    private static final Instant TIME = Instant.parse("2024-03-01T01:30:00Z");

    private Records() {}

    static List<Event> all() {
        List<Event> records = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            records.add(Contract.builder().gateway(Workload.GATEWAY).instrument(instrument(i)).name("option " + i)
                    .product(Product.FUTURES).size(10).priceTick(0.5).minVolume(1).historyData(true).build());
        }
        for (int i = 0; i < EACH; i++) records.add(order(i));
        return records;
    }

    private static InstrumentId instrument(int i) {
        return InstrumentId.parse("m" + (100_000 + i) + ".DCE");
    }

    private static Order order(int i) {
        return new Order(Id.of(Workload.GATEWAY, Integer.toString(i)), Workload.GATEWAY, instrument(i), OrderType.LIMIT,
                i % 2 == 0 ? Direction.LONG : Direction.SHORT, Offset.OPEN, 100 + i % 50 * 0.5, 10, 10, Status.ALLTRADED,
                TIME.plusMillis(i), "strategy-" + i % 10, "key-" + i, "client-" + i % 4, "");
    }
}
