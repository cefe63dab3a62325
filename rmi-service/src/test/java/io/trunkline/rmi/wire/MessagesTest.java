package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MessagesTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456789Z");
    private static final OrderRequest ORDER = new OrderRequest("RPC.SIM", RB, Direction.SHORT, OrderType.FAK, 1.5, -0.1,
            Offset.CLOSETODAY, "参考", "key-1", Duration.ofMillis(1234), "");
    private static final QuoteRequest QUOTE = new QuoteRequest("SIM", RB, 1, 2, 3.5, 4, Offset.OPEN, Offset.CLOSE, "r",
            "k",
            Duration.ofNanos(1), "");

    @Test
    void everyRequestComesBackEqual() throws WireException {
        SubscribeRequest subscribe = new SubscribeRequest("R2.RPC.SIM", RB);
        assertThat(Messages.decodeSubscribe(Messages.encode(subscribe))).isEqualTo(subscribe);
        UnsubscribeRequest unsubscribe = new UnsubscribeRequest("SIM", InstrumentId.parse("a.b.c.EUX"));
        assertThat(Messages.decodeUnsubscribe(Messages.encode(unsubscribe))).isEqualTo(unsubscribe);
        assertThat(Messages.decodeOrder(Messages.encode(ORDER, -5))).isEqualTo(new Sent<>(ORDER, -5));
        assertThat(Messages.decodeQuote(Messages.encode(QUOTE, 5))).isEqualTo(new Sent<>(QUOTE, 5));
        for (InstrumentId instrument : new InstrumentId[] {RB, null}) {
            CancelRequest cancel = new CancelRequest(Id.parse("SIM.7.8"), instrument);
            assertThat(Messages.decodeCancel(Messages.encode(cancel))).isEqualTo(cancel);
            CancelQuoteRequest cancelQuote = new CancelQuoteRequest(Id.parse("SIM.q1"), instrument);
            assertThat(Messages.decodeCancelQuote(Messages.encode(cancelQuote))).isEqualTo(cancelQuote);
        }
        for (Instant end : new Instant[] {NOON, null}) {
            HistoryRequest history = new HistoryRequest("SIM", RB, NOON.minusSeconds(60), end, Interval.MINUTE);
            assertThat(Messages.decodeHistory(Messages.encode(history))).isEqualTo(history);
        }
    }

    @Test
    void aClientCannotSayWhoItIs() throws WireException {
        assertThat(Messages.decodeOrder(Messages.encode(ORDER.withOwner("somebody else"))).request().owner()).isEmpty();
        assertThat(Messages.decodeQuote(Messages.encode(QUOTE.withOwner("somebody else"))).request().owner()).isEmpty();
    }

    @Test
    void everyReplyComesBackEqual() throws WireException {
        List<Outcome> outcomes = List.of(Outcome.accepted(Id.parse("SIM.订单.7")), Outcome.refused("rule", "消息"),
                new Outcome.InDoubt("", "why"), new Outcome.NeverReceived("key"));
        for (Outcome outcome : outcomes) assertThat(Messages.decodeOutcome(Messages.encode(outcome)))
                .isEqualTo(outcome);
        Bar bar = new Bar("SIM", RB, NOON, Interval.DAILY, 1, 2.5, -0.0, Double.NaN, 4, 5, 1e300);
        for (History history : List.of(History.bars(List.of()), History.bars(List.of(bar, bar)),
                History.refused("r", "m"))) {
            assertThat(Messages.decodeBars(Messages.encode(history))).isEqualTo(history);
        }
    }

    @Test
    void aRefusedRequestForBarsMayAlsoBeAnsweredAsAnyOtherRequest() throws WireException {
        assertThat(Messages.decodeBars(Messages.encode(Outcome.refused("r", "m"))))
                .isEqualTo(History.refused("r", "m"));
    }

    @Test
    void aReplyOfTheWrongKindIsRefused() {
        byte[] bars = Messages.encode(History.bars(List.of()));
        assertThatThrownBy(() -> Messages.decodeOutcome(bars)).isInstanceOf(WireException.class);
        byte[] outcome = Messages.encode(Outcome.accepted(Id.parse("SIM.1")));
        assertThatThrownBy(() -> Messages.decodeBars(outcome)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Messages.decodeOutcome(new byte[0])).isInstanceOf(WireException.class);
    }

    @Test
    void aReplyWithAnImpossibleIdIsAWireFault() {
        WireWriter out = new WireWriter(16);
        out.writeByte(0);
        out.writeText("no id");
        assertThatThrownBy(() -> Messages.decodeOutcome(out.toByteArray())).isInstanceOf(WireException.class)
                .hasMessageContaining("no id");
    }

    @Test
    void aValidityThatNoDurationHoldsIsRefused() {
        byte[] bytes = Messages.encode(ORDER.withValidity(Duration.ZERO));
        WireWriter out = new WireWriter(128);
        out.writeBytes(bytes, 0, bytes.length - 2 - Long.BYTES);
        out.writeVarint(Long.MAX_VALUE);
        out.writeVarint(Long.MAX_VALUE);
        assertThatThrownBy(() -> Messages.decodeOrder(out.toByteArray())).isInstanceOf(WireException.class)
                .hasMessageContaining("validity");
    }

    @Test
    void textsAndAnswersToBeatsComeBack() throws WireException {
        assertThat(Messages.decodeText(Messages.encodeText("RPC.账户"))).isEqualTo("RPC.账户");
        assertThat(Messages.decodeText(Messages.encodeText(""))).isEmpty();
        BeatReply reply = new BeatReply(Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(BeatReply.decode(reply.encode())).isEqualTo(reply);
        assertThatThrownBy(() -> BeatReply.decode(new byte[17])).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Messages.decodeText(new byte[] {1, 'a', 'b'})).isInstanceOf(WireException.class);
    }
}
