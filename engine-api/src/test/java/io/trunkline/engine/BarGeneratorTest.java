package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.trunkline.engine.conformance.RecordedTicks;
import io.trunkline.engine.conformance.Vectors;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BarGeneratorTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");

    private final List<Bar> bars = new ArrayList<>();
    private final List<Bar> longer = new ArrayList<>();
    private final BarGenerator generator = BarGenerator.in(SHANGHAI).onMinute(bars::add);

    @ParameterizedTest
    @ValueSource(strings = {"AP010", "AP101"})
    void agreesWithTheModelOnEveryRecordedSeries(String symbol) {
        Map<String, List<Bar>> series = Map.of("1m", bars, "5m", new ArrayList<>(), "15m", new ArrayList<>(),
                "1h", new ArrayList<>(), "2h", new ArrayList<>(), "daily, ends 14:59", new ArrayList<>());
        generator.onMinutes(5, series.get("5m")::add).onMinutes(15, series.get("15m")::add)
                .onHours(1, series.get("1h")::add).onHours(2, series.get("2h")::add)
                .onDay(LocalTime.of(14, 59), series.get("daily, ends 14:59")::add);
        List<Tick> ticks = RecordedTicks.of(symbol);

        ticks.forEach(generator::updateTick);
        generator.generate();

        assertThat(Vectors.objects("bars-" + symbol + "-20200810.jsonl.gz")).hasSize(6).allSatisfy(vector -> {
            assertThat((double) ticks.size()).isEqualTo(vector.get("ticks"));
            List<Bar> expected = ((List<?>) vector.get("list")).stream()
                    .map(bar -> modelBar(symbol, (String) vector.get("bars"), (Map<?, ?>) bar)).toList();
            assertThat(series.get(vector.get("bars"))).isNotEmpty().containsExactlyElementsOf(expected);
        });
    }

    private static Bar modelBar(String symbol, String series, Map<?, ?> bar) {
        Interval interval = series.startsWith("daily") ? Interval.DAILY
                : series.endsWith("h") ? Interval.HOUR : Interval.MINUTE;
        return new Bar("SIM", new InstrumentId(symbol, Exchange.CZCE),
                LocalDateTime.parse((String) bar.get("time")).atZone(SHANGHAI).toInstant(), interval,
                (double) bar.get("volume"), (double) bar.get("turnover"), (double) bar.get("open_interest"),
                (double) bar.get("open"), (double) bar.get("high"), (double) bar.get("low"), (double) bar.get("close"));
    }

    @Test
    void ignoresATickWithoutLastPrice() {
        generator.updateTick(tick("09:00:00", 0));
        generator.updateTick(tick("09:00:01", 10));
        generator.updateTick(tick("09:01:00", 0));

        assertThat(bars).isEmpty();
        assertThat(generator.generate()).map(Bar::open).contains(10.0);
    }

    @Test
    void closesABarWithTheFirstTickOfAnotherMinute() {
        generator.updateTick(tick("09:00:07", 10));
        generator.updateTick(tick("09:00:59", 12));
        assertThat(bars).isEmpty();

        generator.updateTick(tick("09:01:00", 11));

        assertThat(bars).singleElement().satisfies(bar -> {
            assertThat(bar.gateway()).isEqualTo("SIM");
            assertThat(bar.instrument()).isEqualTo(APPLE);
            assertThat(bar.interval()).isEqualTo(Interval.MINUTE);
            assertThat(bar.time()).isEqualTo(at("09:00:00"));
            assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close())).containsExactly(10.0, 12.0, 10.0, 12.0);
        });
    }

    @Test
    void tellsTheSameMinuteOfTwoDaysApart() {
        generator.updateTick(tick("09:00:07", 10));
        generator.updateTick(tick("09:00:08", 11).toBuilder().time(Instant.parse("2020-08-11T01:00:08Z")).build());

        assertThat(bars).extracting(Bar::close).containsExactly(10.0);
    }

    @Test
    void countsWhatTheDaysFiguresGrewBy() {
        generator.updateTick(traded("09:00:01", 100, 1000));
        generator.updateTick(traded("09:00:02", 103, 1030));
        generator.updateTick(traded("09:01:00", 108, 1080)); // belongs to the minute in which it was seen
        generator.updateTick(traded("09:01:01", 2, 20)); // the figures start again
        generator.updateTick(traded("09:01:02", 5, 50));
        generator.generate();

        assertThat(bars).extracting(Bar::volume).containsExactly(3.0, 8.0);
        assertThat(bars).extracting(Bar::turnover).containsExactly(30.0, 80.0);
    }

    @Test
    void takesTheDaysExtremesWhereTheyMovedWithinTheMinute() {
        generator.updateTick(ranged("09:00:01", 10, 20, 5));
        generator.updateTick(ranged("09:00:02", 11, 21, 4));
        generator.updateTick(ranged("09:00:03", 11, 21, 4));
        generator.updateTick(ranged("09:01:01", 11, 30, 1)); // moved before the minute's first tick
        generator.updateTick(ranged("09:01:02", 12, 30, 1));
        generator.generate();

        assertThat(bars).extracting(Bar::high).containsExactly(21.0, 12.0);
        assertThat(bars).extracting(Bar::low).containsExactly(4.0, 11.0);
    }

    @Test
    void takesTheLatestOpenInterest() {
        generator.updateTick(tick("09:00:01", 10).toBuilder().openInterest(7).build());
        generator.updateTick(tick("09:00:02", 10).toBuilder().openInterest(6).build());

        assertThat(generator.generate()).map(Bar::openInterest).contains(6.0);
    }

    @Test
    void generateForcesTheOpenBarOutOnce() {
        generator.onMinutes(1, longer::add);
        generator.updateTick(tick("09:00:01", 10));

        assertThat(generator.generate()).isPresent();
        assertThat(generator.generate()).isEmpty();
        assertThat(bars).hasSize(1);
        assertThat(longer).hasSize(1);
    }

    @Test
    void refusesATickOfAnotherInstrument() {
        generator.updateTick(tick("09:00:01", 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.updateTick(
                        tick("09:00:02", 10).toBuilder().instrument(InstrumentId.parse("AP101.CZCE")).build()))
                .withMessageContaining("AP010.CZCE").withMessageContaining("AP101.CZCE");
    }

    @Test
    void joinsMinutesUpToTheEndOfTheirWindow() {
        generator.onMinutes(5, longer::add);
        generator.updateBar(bar("09:03", 10, 12, 9, 11));
        generator.updateBar(bar("09:04", 11, 15, 10, 13));
        generator.updateBar(bar("09:05", 13, 13, 8, 9));

        assertThat(bars).isEmpty();
        assertThat(longer)
                .containsExactly(new Bar("SIM", APPLE, at("09:03:00"), Interval.MINUTE, 2, 20, 5, 10, 15, 9, 13));
    }

    @Test
    void keepsAWindowOpenWhoseLastMinuteIsMissing() {
        generator.onMinutes(5, longer::add);
        generator.updateBar(bar("09:03", 1, 1, 1, 1));
        generator.updateBar(bar("09:05", 1, 1, 1, 1));
        assertThat(longer).isEmpty();

        generator.updateBar(bar("09:09", 1, 1, 1, 1));

        assertThat(longer).extracting(Bar::time).containsExactly(at("09:03:00"));
        assertThat(longer).extracting(Bar::volume).containsExactly(3.0);
    }

    @Test
    void closesAnHourWithItsLastMinuteOrABarOfAnotherHour() {
        generator.onHours(1, longer::add);
        generator.updateBar(bar("09:10", 1, 1, 1, 1));
        generator.updateBar(bar("09:59", 1, 1, 1, 1));
        assertThat(longer).hasSize(1);
        generator.updateBar(bar("10:10", 1, 1, 1, 1));
        generator.updateBar(bar("11:59", 1, 1, 1, 1));

        assertThat(longer).extracting(Bar::time)
                .containsExactly(at("09:00:00"), at("10:00:00"), at("11:00:00"));
        assertThat(longer).extracting(Bar::volume).containsExactly(2.0, 1.0, 1.0);
        assertThat(longer).extracting(Bar::interval).containsOnly(Interval.HOUR);
    }

    @Test
    void countsOnlyHoursThatHadBars() {
        generator.onHours(2, longer::add);
        for (String time : List.of("09:59", "11:59", "13:59", "14:59")) generator.updateBar(bar(time, 1, 1, 1, 1));

        assertThat(longer).extracting(Bar::time).containsExactly(at("09:00:00"), at("13:00:00"));
    }

    @Test
    void countsANightSessionToTheDayThatItEndsWith() {
        generator.onDay(LocalTime.of(14, 59), longer::add);
        generator.updateBar(bar("21:00", 10, 12, 9, 11));
        Instant nextDay = Instant.parse("2020-08-11T06:59:00Z");
        generator.updateBar(new Bar("SIM", APPLE, nextDay, Interval.MINUTE, 1, 10, 5, 11, 15, 10, 13));

        assertThat(longer).containsExactly(new Bar("SIM", APPLE, Instant.parse("2020-08-10T16:00:00Z"), Interval.DAILY,
                2, 20, 5, 10, 15, 9, 13));
    }

    @Test
    void reckonsHoursInItsZone() {
        List<Bar> hours = new ArrayList<>();
        BarGenerator kolkata = BarGenerator.in(ZoneId.of("Asia/Kolkata")).onHours(1, hours::add); // UTC+5:30
        kolkata.updateBar(bar("09:00", 1, 1, 1, 1)); // 06:30 there
        kolkata.updateBar(bar("09:30", 1, 1, 1, 1));

        assertThat(hours).extracting(Bar::time).containsExactly(at("08:30:00"));
    }

    @Test
    void callsMinuteHandlersBeforeTheOthers() {
        List<String> calls = new ArrayList<>();
        BarGenerator both = BarGenerator.in(SHANGHAI).onMinutes(1, bar -> calls.add("window"))
                .onMinute(bar -> calls.add("minute"));
        both.updateTick(tick("09:00:01", 10));
        both.generate();

        assertThat(calls).containsExactly("minute", "window");
    }

    @Test
    void goesOnAfterAHandlerThrew() {
        BarGenerator faulty = BarGenerator.in(SHANGHAI)
                .onMinute(bar -> {
                    bars.add(bar);
                    if (bars.size() == 1) throw new IllegalStateException("bad handler");
                });
        faulty.updateTick(tick("09:00:01", 10));
        assertThat(catchThrowable(() -> faulty.updateTick(tick("09:01:01", 11)))).hasMessage("bad handler");
        faulty.updateTick(tick("09:02:01", 12));

        assertThat(bars).extracting(Bar::close).containsExactly(10.0, 11.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 7, 45, 61, 120})
    void refusesMinutesThatDoNotDivideAnHour(int minutes) {
        assertThatIllegalArgumentException().isThrownBy(() -> generator.onMinutes(minutes, longer::add))
                .withMessageContaining(String.valueOf(minutes)).withMessageContaining("60");
    }

    @Test
    void refusesNoHours() {
        assertThatIllegalArgumentException().isThrownBy(() -> generator.onHours(0, longer::add))
                .withMessageContaining("0");
    }

    @ParameterizedTest
    @CsvSource({"14:59:30", "14:59:00.5"})
    void refusesADayThatEndsWithinAMinute(String end) {
        assertThatIllegalArgumentException().isThrownBy(() -> generator.onDay(LocalTime.parse(end), longer::add))
                .withMessageContaining("14:59");
    }

    private static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2020, 8, 10)).atZone(SHANGHAI).toInstant();
    }

    private static Tick tick(String time, double price) {
        return Tick.builder().gateway("SIM").instrument(APPLE).time(at(time)).lastPrice(price).build();
    }

    private static Tick traded(String time, double volume, double turnover) {
        return tick(time, 10).toBuilder().volume(volume).turnover(turnover).build();
    }

    private static Tick ranged(String time, double price, double high, double low) {
        return tick(time, price).toBuilder().highPrice(high).lowPrice(low).build();
    }

    private static Bar bar(String minute, double open, double high, double low, double close) {
        return new Bar("SIM", APPLE, at(minute + ":00"), Interval.MINUTE, 1, 10, 5, open, high, low, close);
    }
}
