package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code query} prints of records whose every text is hostile: a line a record, harmless and not too wide. */
@Timeout(30)
class HostileTablesTest {

    private static final int WIDEST = 16 * 62; // that many columns of a table, with what is between them

    static Stream<String> texts() {
        return Hostile.TEXTS.stream();
    }

    /** An instrument whose symbol is the text, if there can be one. */
    private static InstrumentId instrument(String text) {
        try {
            return new InstrumentId(text, Exchange.SHFE);
        } catch (IllegalArgumentException e) {
            return Samples.APPLE;
        }
    }

    private static <T> void assertOneLineEach(Shape<T> shape, T record) {
        List<T> records = List.of(record, record);
        List<String> table = Format.TABLE.lines(shape, records);
        assertThat(table).hasSize(3);
        table.forEach(line -> Hostile.assertHarmless(line, WIDEST));
        List<String> json = Format.JSON.lines(shape, records);
        assertThat(json).hasSize(4);
        json.forEach(line -> Hostile.assertHarmless(line, Integer.MAX_VALUE / 8));
        List<String> csv = Format.CSV.lines(shape, records);
        assertThat(csv).hasSize(3);
        csv.forEach(row -> Hostile.assertHarmless(unquoted(row), Integer.MAX_VALUE / 8));
    }

    /** A row without the line breaks and tabs that its quotes allow. */
    private static String unquoted(String row) {
        return row.replaceAll("\"[^\"]*\"", "quoted").replace("\t", " ");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatTrades(String text) {
        Id id = new Id(text + "." + text);
        InstrumentId instrument = instrument(text);
        assertOneLineEach(Shapes.ORDER, Samples.order(text).toBuilder().id(id).gateway(text).instrument(instrument)
                .reference(text).owner(text).clientKey(text).build());
        assertOneLineEach(Shapes.TRADE, Trade.builder().id(id).orderId(id).gateway(text).instrument(instrument)
                .direction(Direction.LONG).volume(1).price(2).time(Samples.NINE).reference(text).owner(text)
                .clientKey(text).build());
        assertOneLineEach(Shapes.QUOTE, Quote.builder().id(id).gateway(text).instrument(instrument)
                .time(Samples.NINE).reference(text).owner(text).message(text).clientKey(text).build());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsHeldAndListed(String text) {
        InstrumentId instrument = instrument(text);
        assertOneLineEach(Shapes.TICK, Tick.builder().gateway(text).instrument(instrument).time(Samples.NINE)
                .name(text).lastPrice(1).build());
        assertOneLineEach(Shapes.CONTRACT, Contract.builder().gateway(text).instrument(instrument).name(text)
                .product(Product.FUTURES).size(1).priceTick(1).build());
        assertOneLineEach(Shapes.POSITION, new Position(text, instrument, Direction.LONG, 1, 0, 1, 0, 0));
        assertOneLineEach(Shapes.ACCOUNT, new Account(new Id(text + "." + text), text, 1, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsSaid(String text) {
        assertOneLineEach(Shapes.STATE, new GatewayStatus(text, GatewayState.DOWN, text, Samples.NINE));
        assertOneLineEach(Shapes.LOG, new LogEntry(text, LogLevel.ERROR, text, Samples.NINE));
    }
}
