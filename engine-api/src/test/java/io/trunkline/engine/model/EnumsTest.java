package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members and text forms of every enum: others read them from files and from the wire. */
@Timeout(10)
class EnumsTest {

    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of(Direction.class, "LONG SHORT NET"),
                Arguments.of(Offset.class, "NONE OPEN CLOSE CLOSETODAY CLOSEYESTERDAY"),
                Arguments.of(Status.class, "SUBMITTING NOTTRADED PARTTRADED ALLTRADED CANCELLED REJECTED"),
                Arguments.of(OrderType.class, "LIMIT MARKET STOP FAK FOK RFQ ETF"),
                Arguments.of(OptionType.class, "CALL PUT"),
                Arguments.of(Currency.class, "USD HKD CNY CAD"),
                Arguments.of(Interval.class, "MINUTE HOUR DAILY WEEKLY TICK"),
                Arguments.of(Product.class,
                        "EQUITY FUTURES OPTION INDEX FOREX SPOT ETF BOND WARRANT SPREAD FUND CFD SWAP"),
                Arguments.of(Exchange.class,
                        "CFFEX SHFE CZCE DCE INE GFEX SSE SZSE BSE SHHK SZHK SGE WXE CFETS XBOND"
                        + " SMART NYSE NASDAQ ARCA EDGEA ISLAND BATS IEX AMEX TSE NYMEX COMEX GLOBEX IDEALPRO CME ICE"
                        + " SEHK HKFE SGX CBOT CBOE CFE DME EUREX APEX LME BMD TOCOM EUNX KRX OTC IBKRATS"
                        + " LOCAL GLOBAL"),
                Arguments.of(LogLevel.class, "DEBUG INFO WARNING ERROR CRITICAL"),
                Arguments.of(GatewayState.class, "CONNECTING SYNCING LIVE STALE DOWN"),
                Arguments.of(RecordKind.class, "CONTRACT ACCOUNT POSITION ORDER TRADE QUOTE"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void hasTheseMembers(Class<? extends Enum<?>> type, String names) {
        assertThat(Arrays.stream(type.getEnumConstants()).map(Enum::name)).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void everyExchangeButEurexIsWrittenAsItsName(Exchange exchange) {
        assertThat(exchange.text()).isEqualTo(exchange == Exchange.EUREX ? "EUX" : exchange.name());
        assertThat(Exchange.parse(exchange.text())).isSameAs(exchange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUREX", "shfe", "", "XYZ"})
    void anUnknownExchangeIsNamed(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Exchange.parse(text))
                .withMessage("unknown exchange: " + text);
    }

    @Test
    void onlyShfeAndIneSplitAClose() {
        assertThat(Exchange.values()).filteredOn(Exchange::splitsCloseByDay)
                .containsExactly(Exchange.SHFE, Exchange.INE);
    }

    @ParameterizedTest
    @CsvSource({"MINUTE, 1m", "HOUR, 1h", "DAILY, d", "WEEKLY, w", "TICK, tick"})
    void intervalsHaveShortForms(Interval interval, String text) {
        assertThat(interval.text()).isEqualTo(text);
        assertThat(Interval.parse(text)).isSameAs(interval);
        assertThat(Interval.parse(interval.name().toLowerCase())).isSameAs(interval);
    }

    @Test
    void anUnknownIntervalIsNamedBesideTheKnown() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.parse("5m"))
                .withMessageContaining("5m").withMessageContaining("1m, 1h, d, w, tick");
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTING, 0, true", "NOTTRADED, 1, true", "PARTTRADED, 2, true", "ALLTRADED, 3, false",
        "CANCELLED, 3, false", "REJECTED, 3, false"})
    void statusesHaveARankAndAreActiveBelowTheTerminalOnes(Status status, int rank, boolean active) {
        assertThat(status.rank()).isEqualTo(rank);
        assertThat(status.isActive()).isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource({"LONG, SHORT", "SHORT, LONG", "NET, NET"})
    void directionsHaveAnOpposite(Direction direction, Direction opposite) {
        assertThat(direction.opposite()).isSameAs(opposite);
    }

    @Test
    void allOffsetsButNoneAndOpenClose() {
        assertThat(Offset.values()).filteredOn(Offset::closes)
                .containsExactly(Offset.CLOSE, Offset.CLOSETODAY, Offset.CLOSEYESTERDAY);
    }

    @ParameterizedTest
    @CsvSource({"DEBUG, 10", "INFO, 20", "WARNING, 30", "ERROR, 40", "CRITICAL, 50"})
    void logLevelsHaveTheNumbersOfTheModel(LogLevel level, int number) {
        assertThat(level.number()).isEqualTo(number);
    }

    @Test
    void everyRecordHasItsKind() {
        assertThat(Samples.RECORDS).extracting(RecordKind::of).containsExactly(RecordKind.ORDER, RecordKind.TRADE,
                RecordKind.QUOTE, RecordKind.POSITION, RecordKind.ACCOUNT, RecordKind.CONTRACT);
    }
}
