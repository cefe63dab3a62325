package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class RequestTest {

    static final List<Request> REQUESTS = Samples.REQUESTS;

    static Stream<Request> requestsThatNameAPath() {
        return REQUESTS.stream()
                .filter(request -> !(request instanceof CancelRequest || request instanceof CancelQuoteRequest));
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void namesItsGatewayAndInstrument(Request request) {
        assertThat(request.gateway()).isEqualTo("SIM");
        assertThat(request.instrument()).isEqualTo(Samples.RB);
        assertThat(request.at("SIM")).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("requestsThatNameAPath")
    void isReaddressedToEveryPathAndBack(Request request) {
        Request onClient = request.at("RPC.SIM");
        Request beforeRelay = onClient.at("R2.RPC.SIM");

        assertThat(onClient.gateway()).isEqualTo("RPC.SIM");
        assertThat(beforeRelay.gateway()).isEqualTo("R2.RPC.SIM");
        assertThat(beforeRelay).isNotEqualTo(request);
        assertThat(beforeRelay.at("SIM")).isEqualTo(request);
    }

    @Test
    void aCancelGetsThePathInPlaceOfItsLocalGatewaysName() {
        CancelRequest cancel = new CancelRequest(Id.parse("SIM.a.1"), Samples.RB);

        assertThat(cancel.at("RPC.SIM")).isEqualTo(new CancelRequest(Id.parse("RPC.SIM.a.1"), Samples.RB));
        assertThat(cancel.at("RPC.SIM").at("R2.RPC"))
                .isEqualTo(new CancelRequest(Id.parse("R2.RPC.SIM.a.1"), Samples.RB));
        assertThat(cancel.at("RPC.SIM").gateway()).isEqualTo("RPC");
    }

    @Test
    void aCancelOfAQuoteGetsThePathInPlaceOfItsLocalGatewaysName() {
        CancelQuoteRequest cancel = new CancelQuoteRequest(Id.parse("SIM.q.1"), Samples.RB);

        assertThat(cancel.at("RPC.SIM")).isEqualTo(new CancelQuoteRequest(Id.parse("RPC.SIM.q.1"), Samples.RB));
        assertThat(cancel.at("RPC.SIM").gateway()).isEqualTo("RPC");
    }

    @Test
    void aCancelNeedsNoInstrument() {
        assertThat(CancelRequest.of(Id.parse("SIM.1")).instrument()).isNull();
        assertThat(CancelQuoteRequest.of(Id.parse("SIM.1")).instrument()).isNull();
    }

    @Test
    void orderFactoriesLeaveLabelsAndTimeLimitOut() {
        OrderRequest limit = OrderRequest.limit("SIM", Samples.RB, Direction.LONG, Offset.OPEN, 3, 4);

        assertThat(limit).isEqualTo(new OrderRequest("SIM", Samples.RB, Direction.LONG, OrderType.LIMIT, 3, 4,
                Offset.OPEN, "", "", Duration.ZERO, ""));
        assertThat(OrderRequest.market("SIM", Samples.RB, Direction.SHORT, Offset.CLOSE, 3)).isEqualTo(
                new OrderRequest("SIM", Samples.RB, Direction.SHORT, OrderType.MARKET, 3, 0, Offset.CLOSE, "", "",
                        Duration.ZERO, ""));
        assertThat(OrderRequest.of("SIM", Samples.RB, Direction.LONG, OrderType.FOK, Offset.OPEN, 3, 4).type())
                .isEqualTo(OrderType.FOK);
    }

    @Test
    void orderWithersReplaceOneThingEach() {
        OrderRequest plain = OrderRequest.of("SIM", Samples.RB, Direction.SHORT, OrderType.STOP, Offset.OPEN, 9, 2);

        assertThat(plain.withReference("reference").withClientKey("key").withValidity(Duration.ofSeconds(3))
                .withOwner("owner").withPart(Offset.CLOSE, 1)).isEqualTo(Samples.ORDER_REQUEST);
        assertThat(plain.withClientKey("key").reference()).isEmpty();
        assertThat(plain.withReference("reference").owner()).isEmpty();
    }

    @Test
    void quoteWithersReplaceOneThingEach() {
        QuoteRequest plain = QuoteRequest.of("SIM", Samples.RB, 1, 2, 3, 4, Offset.OPEN, Offset.CLOSE);

        assertThat(plain.withReference("reference").withClientKey("key").withValidity(Duration.ofSeconds(3))
                .withOwner("owner")).isEqualTo(Samples.QUOTE_REQUEST);
        assertThat(plain.withClientKey("key").reference()).isEmpty();
        assertThat(plain.validity()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1})
    void anOrderNeedsAVolume(double volume) {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.ORDER_REQUEST.withPart(Offset.OPEN, volume))
                .withMessage("volume must be above zero: " + volume);
    }

    @Test
    void anOrderMayHaveANegativePrice() {
        assertThatNoException().isThrownBy(
                () -> OrderRequest.limit("SIM", Samples.RB, Direction.LONG, Offset.OPEN, 1, -37.63));
    }

    @Test
    void anOrderHasASide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderRequest.limit("SIM", Samples.RB, Direction.NET, Offset.OPEN, 1, 1))
                .withMessageContaining("NET");
    }

    @Test
    void validityIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.ORDER_REQUEST.withValidity(Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.QUOTE_REQUEST.withValidity(Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
    }

    @Test
    void aQuoteIsNotCrossed() {
        assertThatIllegalArgumentException().isThrownBy(() -> quote(10, 1, 10, 1))
                .withMessage("bid 10.0 is not below ask 10.0");
        assertThatIllegalArgumentException().isThrownBy(() -> quote(11, 1, 10, 1))
                .withMessage("bid 11.0 is not below ask 10.0");
        assertThatNoException().isThrownBy(() -> quote(10, 1, 11, 1));
    }

    @Test
    void aQuoteOfOneSideCannotCross() {
        assertThatNoException().isThrownBy(() -> quote(10, 1, 0, 0));
        assertThatNoException().isThrownBy(() -> quote(10, 0, 5, 1));
    }

    @Test
    void aQuoteHasAVolumeAndNoNegativeOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> quote(10, 0, 11, 0)).withMessageContaining("volume");
        assertThatIllegalArgumentException().isThrownBy(() -> quote(10, -1, 11, 1))
                .withMessage("bidVolume must not be negative: -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> quote(10, 1, 11, -1))
                .withMessage("askVolume must not be negative: -1.0");
    }

    private static QuoteRequest quote(double bidPrice, double bidVolume, double askPrice, double askVolume) {
        return QuoteRequest.of("SIM", Samples.RB, bidPrice, bidVolume, askPrice, askVolume, Offset.OPEN, Offset.OPEN);
    }

    @Test
    void aHistoryRangeDoesNotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistoryRequest("SIM", Samples.RB, Samples.LATER, Samples.TIME, Interval.MINUTE))
                .withMessageContaining(Samples.LATER.toString()).withMessageContaining(Samples.TIME.toString());
        assertThatNoException().isThrownBy(
                () -> new HistoryRequest("SIM", Samples.RB, Samples.TIME, Samples.TIME, Interval.MINUTE));
        assertThatNoException().isThrownBy(
                () -> new HistoryRequest("SIM", Samples.RB, Samples.TIME, null, Interval.MINUTE));
    }
}
