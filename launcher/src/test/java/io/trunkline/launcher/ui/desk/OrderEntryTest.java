package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.text.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEntryTest {

    @Test
    void aGoodEntryBecomesAnOrder() {
        OrderEntry entry = entry(OrderType.LIMIT, " 6840.5 ", "2");

        assertThat(entry.fault()).isEmpty();
        assertThat(entry.request()).isEqualTo(OrderRequest.limit(
                "SIM", Samples.APPLE, Direction.LONG, Offset.OPEN, 2, 6840.5));
    }

    @ParameterizedTest
    @CsvSource({"'',2,PRICE", "1e9x,2,PRICE", "NaN,2,PRICE", "6840,'',VOLUME", "6840,0,VOLUME", "6840,-1,VOLUME",
            "6840,two,VOLUME"})
    void theFieldThatIsWrongIsNamed(String price, String volume, OrderEntry.Field wrong) {
        assertThat(entry(OrderType.LIMIT, price, volume).fault().orElseThrow().field()).isEqualTo(wrong);
    }

    @Test
    void aMarketOrderNeedsNoPrice() {
        OrderEntry entry = entry(OrderType.MARKET, "", "1");

        assertThat(entry.fault()).isEmpty();
        assertThat(entry.request().price()).isZero();
    }

    @Test
    void withoutAContractOrAGatewayThereIsNoOrder() {
        assertThat(new OrderEntry(null, Direction.LONG, Offset.OPEN, OrderType.LIMIT, "1", "1", "SIM")
                .fault().orElseThrow().field()).isEqualTo(OrderEntry.Field.SYMBOL);
        assertThat(new OrderEntry(Samples.APPLE, Direction.LONG, Offset.OPEN, OrderType.LIMIT, "1", "1", null)
                .fault().orElseThrow().field()).isEqualTo(OrderEntry.Field.GATEWAY);
    }

    @ParameterizedTest
    @CsvSource({"LONG,3,SHORT,CLOSE", "SHORT,3,LONG,CLOSE", "NET,3,SHORT,NONE", "NET,-3,LONG,NONE"})
    void aPositionIsClosedByItsOppositeAndAllOfIt(Direction held, double volume, Direction direction, Offset offset) {
        Fill fill = Fill.closing(new Position("SIM", Samples.APPLE, held, volume, 0, 6840, 0, 0));

        assertThat(fill).isEqualTo(new Fill(Samples.APPLE, "SIM", direction, offset, 3));
    }

    @Test
    void ownOrdersAreThoseThatThisDeskMarked() {
        OwnOrders own = new OwnOrders();
        Order mine = sent(own.mark(entry(OrderType.LIMIT, "6840", "1").request()));
        Order othersDesk = sent(new OwnOrders().mark(entry(OrderType.LIMIT, "6840", "1").request()));
        Order ended = mine.toBuilder().status(Status.ALLTRADED).build();

        assertThat(own.activeOf(List.of(mine, othersDesk, ended, Samples.order("")))).containsExactly(mine);
        assertThat(mine.reference()).isEqualTo("ManualTrading");
    }

    private static Order sent(OrderRequest request) {
        return Order.of(request, "SIM", "1");
    }

    private static OrderEntry entry(OrderType type, String price, String volume) {
        return new OrderEntry(Samples.APPLE, Direction.LONG, Offset.OPEN, type, price, volume, "SIM");
    }
}
