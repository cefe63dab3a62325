package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HoldingTest {

    private static final Direction[] DIRECTIONS = {Direction.LONG, Direction.SHORT};

    /** What is frozen of one side, by the model's rule: order by order, as they arrived. */
    private static Side frozen(Side held, Iterable<Order> closing, Direction closer) {
        Side side = new Side();
        side.today = held.today;
        side.yesterday = held.yesterday;
        for (Order order : closing) {
            if (order.direction() != closer) continue;
            switch (order.offset()) {
                case CLOSETODAY -> side.freezeToday(order.remaining());
                case CLOSEYESTERDAY -> side.freezeYesterday(order.remaining());
                case CLOSE -> side.freezeTodayFirst(order.remaining());
                case OPEN, NONE -> { }
            }
        }
        side.capFrozen();
        return side;
    }

    @ParameterizedTest
    @CsvSource({"OPEN CLOSE, 1", "OPEN CLOSETODAY CLOSEYESTERDAY, 1", "CLOSE CLOSEYESTERDAY, 1",
        "NONE OPEN CLOSE CLOSETODAY CLOSEYESTERDAY, 1", "OPEN CLOSE, 0.1", "CLOSE CLOSETODAY CLOSEYESTERDAY, 0.1"})
    void freezesWhatFreezingOrderByOrderGives(String offsets, double lot) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Offset> choice = List.of(offsets.split(" ")).stream().map(Offset::valueOf).toList();
        Holding holding = new Holding(random.nextBoolean());
        Map<Id, Order> closing = new LinkedHashMap<>();
        for (int step = 0; step < 5_000; step++) {
            Order order = order(random, choice, lot);
            switch (random.nextInt(8)) {
                case 0 -> holding.report(new Position("SIM", RB, DIRECTIONS[random.nextInt(2)],
                        random.nextInt(60) * lot, 0, 0, 0, random.nextInt(60) * lot));
                case 1 -> holding.trade(Trade.builder().id(order.id()).orderId(order.id()).gateway("SIM").instrument(RB)
                        .direction(order.direction()).offset(order.offset()).volume(order.volume()).build());
                case 2 -> {
                    closing.remove(order.id());
                    holding.forget(order.id());
                }
                default -> {
                    if (order.isActive() && order.offset().closes()) closing.put(order.id(), order);
                    else closing.remove(order.id());
                    holding.order(order);
                    Side bought = frozen(holding.bought, closing.values(), Direction.SHORT);
                    Side sold = frozen(holding.sold, closing.values(), Direction.LONG);
                    assertThat(new double[] {holding.bought.todayFrozen, holding.bought.yesterdayFrozen,
                        holding.sold.todayFrozen, holding.sold.yesterdayFrozen}).as("seed %d, step %d", seed, step)
                            .containsExactly(bought.todayFrozen, bought.yesterdayFrozen, sold.todayFrozen,
                                    sold.yesterdayFrozen);
                }
            }
        }
    }

    private static Order order(Random random, List<Offset> choice, double lot) {
        Status[] statuses = Status.values();
        int volume = 1 + random.nextInt(9);
        return Order.builder().id(Id.of("SIM", "" + random.nextInt(20))).gateway("SIM").instrument(RB)
                .direction(DIRECTIONS[random.nextInt(2)]).offset(choice.get(random.nextInt(choice.size())))
                .volume(volume * lot).traded(random.nextInt(volume + 1) * lot)
                .status(statuses[random.nextInt(statuses.length)]).build();
    }
}
