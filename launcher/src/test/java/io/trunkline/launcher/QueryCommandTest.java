package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.launcher.text.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class QueryCommandTest {

    private static final InstrumentId RUBBER = InstrumentId.parse("ru1901.SHFE");

    private final Cli cli = new Cli();

    @Test
    void printsTables() {
        cli.engine.orders.put(Samples.order("").id(), Samples.order("odd\ntext"));

        assertThat(cli.run("query", "orders")).isZero();
        assertThat(cli.outLines()).hasSize(2);
        assertThat(cli.outLines().get(0)).startsWith("id         instrument  direction");
        assertThat(cli.outLines().get(1)).startsWith("RPC.SIM.7  AP010.CZCE  LONG").endsWith("odd\\ntext");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void printsCsvAndJson() {
        assertThat(cli.run("query", "gateways", "--format", "csv")).isZero();
        assertThat(cli.outLines()).containsExactly("gateway,state,time,detail", "RPC,LIVE,1970-01-01T00:00:00Z,");
        Cli json = new Cli();
        assertThat(json.run("query", "gateways", "--format", "json")).isZero();
        assertThat(json.outLines()).containsExactly(
                "[", "{\"gateway\":\"RPC\",\"state\":\"LIVE\",\"time\":\"1970-01-01T00:00:00Z\",\"detail\":\"\"}", "]");
    }

    @Test
    void leavesOutOtherInstruments() {
        cli.engine.orders.put(Samples.order("").id(), Samples.order(""));

        assertThat(cli.run("query", "orders", "AP101.CZCE", "--format", "csv")).isZero();
        assertThat(cli.outLines()).hasSize(1);
    }

    @Test
    void asksForAllTicksIfNoInstrumentIsNamed() {
        assertThat(cli.run("query", "ticks")).isZero();
        assertThat(cli.engine.connected.get("RPC")).containsEntry("ticks", "all");
        assertThat(cli.engine.requests).isEmpty();
    }

    @Test
    void waitsForATickOfTheInstrumentNamed() {
        cli.engine.reply = request -> {
            cli.engine.publish(Samples.tick());
            return Outcome.accepted(Samples.order("").id());
        };

        assertThat(cli.run("query", "ticks", "AP010.CZCE", "--format", "csv")).isZero();
        assertThat(cli.engine.requests).containsExactly(new SubscribeRequest("RPC", Samples.APPLE));
        assertThat(cli.outLines()).hasSize(2);
    }

    @Test
    void failsIfNoTickComes() {
        assertThat(cli.run("query", "ticks", "AP010.CZCE", "--timeout", "50ms")).isEqualTo(1);
        cli.assertErr("trunkline query: no tick of AP010.CZCE came within 50 ms; allow more with --timeout");
    }

    @Test
    void asksForBarsByTheExchangesCalendar() {
        cli.engine.history = request ->
                History.bars(List.of(new Bar("RPC.SIM", RUBBER, Instant.parse("2018-12-03T01:00:00Z"),
                Interval.DAILY, 1, 2, 3, 4, 5, 6, 7)));

        assertThat(cli.run("query", "bars", "ru1901.SHFE", "--from", "2018-12-03", "--to", "20181204",
                "--interval", "d")).isZero();
        assertThat(cli.engine.requests)
                .containsExactly(new HistoryRequest("RPC", RUBBER, Instant.parse("2018-12-02T16:00:00Z"),
                Instant.parse("2018-12-04T15:59:59.999999999Z"), Interval.DAILY));
        assertThat(cli.outLines().get(1)).startsWith("2018-12-03 09:00:00.000     4     5    6      7");
    }

    @Test
    void failsIfBarsAreRefused() {
        cli.engine.history = request -> History.refused("not-supported", "SIM has no history");

        assertThat(cli.run("query", "bars", "ru1901.SHFE", "--from", "2018-12-03T09:00", "--gateway", "SIM"))
                .isEqualTo(1);
        cli.assertErr("trunkline query: no bars: SIM has no history [not-supported]");
        assertThat(cli.engine.requests).first().extracting("gateway").isEqualTo("RPC.SIM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "query ordres | cannot query ^ordres^; did you mean orders?",
        "query bars | bars need an instrument",
        "query bars ru1901.SHFE | bars need --from",
        "query bars ru1901.SHFE --from yesterday | ^yesterday^ is not a date",
        "query bars ru1901.SHFE --from 2018-12-04 --to 2018-12-03 | --to 2018-12-03 is before --from 2018-12-04",
        "query bars ru1901.SHFE --from 2018-12-04 --interval 2m | unknown interval: 2m",
        "query accounts AP010.CZCE | leave out AP010.CZCE",
        "query orders --from 2018-12-03 | are for bars",
        "query orders --format xml | unknown value ^xml^ of --format; there are csv, json, table",
        "query orders --timeout soon | ^soon^ is not a time span"})
    void refusesWhatItCannotUnderstand(String arguments, String message) {
        assertThat(cli.run(arguments.split(" "))).isEqualTo(2);
        assertThat(cli.err()).contains(message.replace('^', '\'')).hasLineCount(1);
        assertThat(cli.engine.connected).isEmpty();
    }
}
