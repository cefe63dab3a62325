package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.sim.TickRow.Kind;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class TickFileTest {

    private final ContractTable contracts = new ContractTable();

    TickFileTest() {
        list("AP010.CZCE", "苹果010");
    }

    private void list(String id, String name) {
        contracts.add(Contract.builder().gateway("SIM").instrument(InstrumentId.parse(id)).name(name)
                .product(Product.FUTURES).size(10).priceTick(1).build());
    }

    private List<TickRow> read(Object... rows) throws Exception {
        return readFile(Rows.data(rows));
    }

    private List<TickRow> readFile(DataFile file) throws Exception {
        List<TickRow> read = new ArrayList<>();
        try (TickFile ticks = TickFile.open(file, contracts)) {
            for (TickRow row = ticks.next(); row != null; row = ticks.next()) read.add(row);
        }
        return read;
    }

    private static Rows row() {
        return Rows.row("AP010", "20200810", "09:00:01", 7);
    }

    @Test
    void putsEachFigureWhereItBelongs() throws Exception {
        Tick tick = read(row().with("LastPrice", "1").with("PreClosePrice", "2").with("OpenPrice", "3")
                .with("HighestPrice", "4").with("LowestPrice", "5").with("Volume", "6").with("Turnover", "7")
                .with("OpenInterest", "8").with("UpperLimitPrice", "9").with("LowerLimitPrice", "10")
                .with("PreSettlementPrice", "91").with("PreOpenInterest", "92").with("ClosePrice", "93")
                .with("AveragePrice", "94").with("UpdateMillisec", "500").book(11, 12, 13, 14)
                .with("BidPrice2", "15").with("BidVolume2", "16").with("AskPrice2", "17").with("AskVolume2", "18"))
                .get(0).tick();

        assertThat(tick).isEqualTo(Tick.builder().gateway("SIM").instrument(InstrumentId.parse("AP010.CZCE"))
                .time(Instant.parse("2020-08-10T01:00:01.500Z")).name("苹果010").lastPrice(1).preClose(2).openPrice(3)
                .highPrice(4).lowPrice(5).volume(6).turnover(7).openInterest(8).limitUp(9).limitDown(10)
                .depth(Depth.ofLevels(11, 12, 13, 14, 15, 16, 17, 18)).build());
    }

    @Test
    void levelsThatTheFeedDoesNotHaveAreLeftOut() throws Exception {
        assertThat(read(row()).get(0).tick().depth().levels()).isEqualTo(1);
    }

    @Test
    void takesColumnsInAnyOrderAndWithoutQuotes() throws Exception {
        List<String> names = Arrays.asList(Rows.header().replace("\"", "").split(","));
        List<String> values = Arrays.asList(row().toString().replace("\"", "").split(",", -1));
        Collections.reverse(names);
        Collections.reverse(values);

        List<TickRow> read = readFile(Rows.data(String.join(",", names) + "\r\n" + String.join(",", values) + "\r\n"));

        assertThat(read).isEqualTo(read(row()));
    }

    @Test
    void theRowOfTheEveningBeforeIsTold() throws Exception {
        Rows evening = Rows.row("AP010", "20200810", "19:21:13", 0).with("ActionDay", "20200807").book(0, 0, 0, 0);

        assertThat(read(evening).get(0).kind()).isEqualTo(Kind.EVENING_BEFORE);
        assertThat(read(evening).get(0).tradingDay()).isEqualTo(LocalDate.of(2020, 8, 10).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({"20200810,19:21:13,0,0", "20200807,19:21:13,3,0", "20200807,19:21:13,0,5", "20200807,21:00:00,0,0",
            "20200808,00:30:00,0,0"})
    void otherEmptyRowsAreTicks(String actionDay, String time, int volume, int askVolume) throws Exception {
        Rows row = Rows.row("AP010", "20200810", time, volume).with("ActionDay", actionDay)
                .book(0, 0, askVolume == 0 ? 0 : 102, askVolume);

        assertThat(read(row).get(0).kind()).isEqualTo(Kind.TICK);
    }

    @Test
    void aNightRowIsOfItsOwnDateAndOfTheNextTradingDay() throws Exception {
        TickRow row = read(Rows.row("AP010", "20200810", "21:00:00", 5).with("ActionDay", "20200807")).get(0);

        assertThat(row.tick().time()).isEqualTo("2020-08-07T13:00:00Z");
        assertThat(row.tradingDay()).isEqualTo(LocalDate.of(2020, 8, 10).toEpochDay());
    }

    @Test
    void withoutAnActionDayTheTradingDayCounts() throws Exception {
        assertThat(read(row().with("ActionDay", "")).get(0).tick().time()).isEqualTo("2020-08-10T01:00:01Z");
    }

    @Test
    void theExchangeOfARowWinsOverTheTable() throws Exception {
        list("AP010.DCE", "other");

        assertThat(read(row().with("ExchangeID", "DCE")).get(0).tick().instrument())
                .isEqualTo(InstrumentId.parse("AP010.DCE"));
        assertThat(read(row().with("ExchangeID", "CZCE")).get(0).tick().instrument())
                .isEqualTo(InstrumentId.parse("AP010.CZCE"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"LastPrice,abc,'abc' is not a number", "Volume,1x,'1x' is not a number",
            "BidPrice5,?,'?' is not a number", "TradingDay,20201301,'20201301' is not a date",
            "ActionDay,2020-08-10,'2020-08-10' is not a number", "UpdateTime,25:00:00,'25:00:00' is not a time of day",
            "UpdateMillisec,1000,'1000' is not a millisecond", "InstrumentID,ZZ9,no contract lists ZZ9",
            "InstrumentID,,it names no instrument", "Volume,-1,'-1' is below zero",
            "OpenInterest,-1,'-1' is below zero", "AskVolume1,-3,'-3' is below zero"})
    void aBrokenLineIsReportedWithFileAndLineAndTheNextOneIsRead(String column, String value, String problem)
            throws Exception {
        List<TickRow> read = read(row(), row().with(column, value == null ? "" : value), row());

        assertThat(read).extracting(TickRow::kind).containsExactly(Kind.TICK, Kind.MALFORMED, Kind.TICK);
        assertThat(read.get(1).problem()).isEqualTo("test.csv line 3: " + problem + "; the line is skipped");
    }

    @Test
    void aRowWithoutAnInstrumentDoesNotKeepTheFileFromBeingReplayed() throws Exception {
        try (TickFile ticks = TickFile.open(Rows.data(row(), row().with("InstrumentID", "")), contracts)) {
            assertThat(ticks.check()).extracting(Contract::name).containsExactly("苹果010");
        }
    }

    @Test
    void onlyTheFirstBrokenLinesAreReportedOneByOne() throws Exception {
        Object[] rows = new Object[13];
        Arrays.fill(rows, "broken");
        rows[12] = row();

        List<TickRow> read = read(rows);

        assertThat(read).extracting(TickRow::kind).filteredOn(Kind.MALFORMED::equals).hasSize(12);
        assertThat(read).extracting(TickRow::problem).filteredOn(text -> !text.isEmpty()).hasSize(6).last()
                .isEqualTo("test.csv: 12 malformed lines in all, of which only the first 5 are reported");
    }

    @Test
    void aFileThatBreaksOffSaysSoAtItsEnd() throws Exception {
        StringBuilder text = new StringBuilder(Rows.header()).append('\n');
        for (int i = 0; i < 500; i++) text.append(row().with("Volume", Integer.toString(i * 7919 % 1000))).append('\n');
        byte[] bytes = Rows.zipped(text.toString());
        DataFile cut = new DataFile("cut.gz", () -> new ByteArrayInputStream(bytes, 0, bytes.length - 20));

        List<TickRow> read = readFile(cut);

        assertThat(read.get(read.size() - 1).kind()).isEqualTo(Kind.NOTE);
        assertThat(read.get(read.size() - 1).problem()).startsWith("cut.gz cannot be read behind line ")
                .endsWith("; what follows there is missing from the replay");
    }

    @Test
    void checkingFindsTheInstruments() throws Exception {
        list("AP101.CZCE", "");
        try (TickFile ticks = TickFile.open(
                Rows.data(row(), "broken", row().with("InstrumentID", "AP101"), row()), contracts)) {
            assertThat(ticks.check()).extracting(contract -> contract.instrument().toString())
                    .containsExactly("AP010.CZCE", "AP101.CZCE");
        }
    }

    @Test
    void checkingRefusesAnInstrumentWithoutAContractHoweverLateItComes() throws Exception {
        Object[] rows = new Object[2_000];
        Arrays.fill(rows, row());
        rows[1_999] = row().with("InstrumentID", "cu2012").with("ExchangeID", "SHFE");
        try (TickFile ticks = TickFile.open(Rows.data(rows), contracts)) {
            assertThatThrownBy(ticks::check).isInstanceOf(RecordingException.class)
                    .hasMessage("test.csv line 2001: no contract lists cu2012.SHFE; add a line such as "
                    + "'cu2012,SHFE,10,1'"
                            + " under the header 'symbol,exchange,size,pricetick' to a file and name it in the setting"
                            + " contracts");
        }
    }

    @Test
    void checkingRefusesASymbolOfSeveralExchanges() throws Exception {
        list("AP010.DCE", "other");
        try (TickFile ticks = TickFile.open(Rows.data(row()), contracts)) {
            assertThatThrownBy(ticks::check).hasMessageContaining("several exchanges list AP010");
        }
    }

    @Test
    void refusesAnUnknownLayoutAndAFileWithoutRows() throws Exception {
        assertThatThrownBy(() -> TickFile.open(Rows.data("time,price\n1,2\n"), contracts))
                .isInstanceOf(RecordingException.class).hasMessageStartingWith("test.csv has an unknown column layout");
        try (TickFile ticks = TickFile.open(Rows.data(), contracts)) {
            assertThatThrownBy(ticks::check).hasMessageStartingWith("test.csv has a header but no rows");
        }
    }
}
