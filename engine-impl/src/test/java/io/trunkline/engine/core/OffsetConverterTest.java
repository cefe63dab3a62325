package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.position;
import static io.trunkline.engine.core.Fixtures.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.trunkline.engine.Conversion;
import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the model's vectors do not show; see {@link OffsetConformanceTest} for the rest. */
@Timeout(60)
class OffsetConverterTest {

    private final CoreBooks books = new CoreBooks();

    @BeforeEach
    void listContract() {
        books.apply(contract("SIM", RB));
    }

    private static OrderRequest sell(double volume) {
        return OrderRequest.limit("SIM", RB, Direction.SHORT, Offset.CLOSE, volume, 3000);
    }

    private Conversion convert(OrderRequest request) {
        return books.converters().of("SIM").convert(request, ConversionMode.DEFAULT);
    }

    private void hold(double today, double yesterday) {
        books.apply(position("SIM", Direction.LONG, today + yesterday, yesterday));
    }

    @Test
    void saysWhyNothingComesOut() {
        hold(2, 1);

        assertThat(convert(sell(4))).isEqualTo(Conversion.refused(
                "not-enough-position", "only 3.0 of rb2610.SHFE can be closed at SIM, 4.0 were asked for"));
    }

    @Test
    void givesOnlyTheFirstPartTheRequestsKey() {
        hold(2, 1);

        List<OrderRequest> parts = convert(sell(3).withClientKey("k")).requests();

        assertThat(parts).extracting(OrderRequest::clientKey).containsExactly("k", "k/2");
        assertThat(parts).extracting(OrderRequest::offset).containsExactly(Offset.CLOSETODAY, Offset.CLOSEYESTERDAY);
    }

    @Test
    void letsTheEngineMakeTheSecondKeyIfTheFirstIsAsLongAsCanBe() {
        hold(2, 1);

        List<OrderRequest> parts = convert(sell(3).withClientKey("k".repeat(128))).requests();

        assertThat(parts).extracting(OrderRequest::clientKey).containsExactly("k".repeat(128), "");
    }

    @Test
    void countsWhatWasSentBeforeItsFirstEvent() {
        hold(3, 0);

        books.converters().of("SIM").onSent(Order.of(sell(2), "SIM", "1"));

        assertThat(convert(sell(2)).refusal()).isPresent();
        assertThat(convert(sell(1)).requests()).hasSize(1);
    }

    @Test
    void doesNotBindLotsForAnOrderThatHasEndedAlready() {
        hold(3, 0);
        Order sent = Order.of(sell(2), "SIM", "1");
        books.apply(sent.toBuilder().status(Status.REJECTED).build());

        books.converters().of("SIM").onSent(sent);

        assertThat(convert(sell(3)).requests()).hasSize(1);
    }

    @Test
    void freesTheLotsOfAnOrderThatLeftTheBooks() {
        hold(3, 0);
        books.apply(Order.of(sell(2), "SIM", "1"));

        books.apply(new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(Id.parse("SIM.1"))), NOON));

        assertThat(convert(sell(3)).requests()).hasSize(1);
    }

    @Test
    void forgetsAPositionThatLeftTheBooks() {
        hold(3, 0);

        books.apply(new Resync(
                "SIM", Map.of(RecordKind.POSITION, Set.of(Position.idOf("SIM", RB, Direction.LONG))), NOON));

        assertThat(convert(sell(1)).refusal()).map(Refusal::rule).contains("not-enough-position");
    }

    @Test
    void movesByATradeOnce() {
        books.apply(trade("SIM.t1", "SIM.1"));
        books.apply(trade("SIM.t1", "SIM.1"));

        assertThat(convert(sell(1)).requests()).hasSize(1);
        assertThat(convert(sell(2)).refusal()).isPresent();
    }

    @Test
    void doesNotAddTradesOfThePastToThePositionsThatContainThem() {
        books.apply(new GatewayStatus("SIM", GatewayState.SYNCING, "", NOON));
        hold(1, 0);
        books.apply(trade("SIM.t1", "SIM.1"));
        books.apply(new GatewayStatus("SIM", GatewayState.LIVE, "", NOON));

        assertThat(convert(sell(2)).refusal()).isPresent();
        books.apply(trade("SIM.t2", "SIM.1"));
        assertThat(convert(sell(2)).requests()).isNotEmpty();
    }

    @Test
    void keepsGatewaysApart() {
        books.apply(contract("SIM2", RB));
        books.apply(position("SIM2", Direction.LONG, 5, 0));

        assertThat(convert(sell(1)).refusal()).isPresent();
    }

    @Test
    void doesNotCountATradeOfThePastThatARelayHearsOf() {
        String path = "RPC.RPC.SIM";
        books.apply(contract(path, RB));
        books.apply(position(path, Direction.LONG, 3, 0));
        books.apply(new GatewayStatus("RPC", GatewayState.LIVE, "", NOON));
        books.apply(new GatewayStatus("RPC.RPC", GatewayState.SYNCING, "", NOON));

        books.apply(Trade.builder().id(Id.of(path, "1")).orderId(Id.of(path, "1")).gateway(path).instrument(RB)
                .direction(Direction.LONG).offset(Offset.OPEN).price(3000).volume(2).time(NOON).build());

        assertThat(books.converters().of(path).holding(RB).bought.volume).isEqualTo(3);
    }

    @Test
    void isQuickWithManyOrdersThatOpen() {
        int orders = 100_000;

        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> {
            for (int i = 0; i < orders; i++) {
                books.apply(Order.of(OrderRequest.limit("SIM", RB, Direction.LONG, Offset.OPEN, 1, 3000), "SIM", ""
                        + i));
            }
        });

        assertThat(books.activeOrders()).hasSize(orders);
    }
}
