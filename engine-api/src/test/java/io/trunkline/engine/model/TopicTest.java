package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class TopicTest {

    static Stream<Arguments> ofKinds() {
        return Stream.of(
                Arguments.of("eTick.", Tick.class), Arguments.of("eTrade.", Trade.class),
                Arguments.of("eOrder.", Order.class), Arguments.of("ePosition.", Position.class),
                Arguments.of("eAccount.", Account.class), Arguments.of("eQuote.", Quote.class),
                Arguments.of("eContract.", Contract.class), Arguments.of("eLog", LogEntry.class),
                Arguments.of("eTimer", TimerEvent.class), Arguments.of("eGateway.", GatewayStatus.class),
                Arguments.of("eResync.", Resync.class), Arguments.of("eConflated.", Conflated.class),
                Arguments.of("eApp.", AppEvent.class));
    }

    @ParameterizedTest
    @MethodSource("ofKinds")
    void everyKindHasATopic(String text, Class<? extends Event> type) {
        assertThat(Topic.parse(text)).isEqualTo(new Topic(type, null)).hasToString(text);
    }

    static Stream<Arguments> ofEvents() {
        return Stream.of(
                Arguments.of(Samples.TICK, "eTick.rb2610.SHFE"), Arguments.of(Samples.TRADE, "eTrade.rb2610.SHFE"),
                Arguments.of(Samples.ORDER, "eOrder.SIM.a.1"), Arguments.of(Samples.POSITION, "ePosition.rb2610.SHFE"),
                Arguments.of(Samples.ACCOUNT, "eAccount.SIM.0.88"), Arguments.of(Samples.QUOTE, "eQuote.rb2610.SHFE"),
                Arguments.of(Samples.CONTRACT, "eContract.rb2610.SHFE"), Arguments.of(Samples.LOG, "eLog"),
                Arguments.of(Samples.TIMER, "eTimer"), Arguments.of(Samples.STATUS, "eGateway.SIM"),
                Arguments.of(Samples.RESYNC, "eResync.SIM"), Arguments.of(Samples.CONFLATED, "eConflated.SIM"),
                Arguments.of(new Samples.Alarm("alarm.Raised"), "eApp.alarm.Raised"));
    }

    @ParameterizedTest
    @MethodSource("ofEvents")
    void everyEventHasATopicThatReadsBack(Event event, String text) {
        Topic topic = Topic.of(event);

        assertThat(topic).hasToString(text);
        assertThat(Topic.parse(text)).isEqualTo(topic);
    }

    @Test
    void carriesTheClientsGatewayName() {
        Order onClient = Samples.ORDER.toBuilder().id(Id.parse("CTP.7")).gateway("CTP").build().at("RPC.CTP");

        assertThat(Topic.of(onClient)).hasToString("eOrder.RPC.CTP.7");
        assertThat(Topic.parse("eOrder.RPC.CTP.7")).isEqualTo(new Topic(Order.class, onClient.key()));
        assertThat(Topic.of(new GatewayStatus("RPC.CTP", GatewayState.LIVE, "", Samples.TIME)))
                .hasToString("eGateway.RPC.CTP");
    }

    @Test
    void readsSymbolsWithDots() {
        assertThat(Topic.parse("eTick.a.b.EUX"))
                .isEqualTo(new Topic(Tick.class, new InstrumentId("a.b", Exchange.EUREX)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eTick", "tick.", "eLogger", "eTimer.1", "eTick.rb2610", "eTick.rb2610.XYZ", "eOrder.7",
        "eNothing.x"})
    void refusesAnUnknownPrefixOrAMalformedKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Topic.parse(text));
    }

    @Test
    void namesAnUnknownTopic() {
        assertThatIllegalArgumentException().isThrownBy(() -> Topic.parse("eNothing.x"))
                .withMessageContaining("eNothing.x").withMessageContaining("eTick.rb2610.SHFE");
    }

    @Test
    void isOfAKindOfEvent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic(Event.class, null))
                .withMessageContaining("Event");
    }
}
