package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BarFileTest {

    private static final InstrumentId RU = InstrumentId.parse("ru1901.SHFE");
    private static final String MINUTES = "BeginTime,EndTime,Open,High,Close,Low,Volume,Amount,EndOpenInt\n";

    private final List<String> problems = new ArrayList<>();

    private List<RecordedBar> read(DataFile file) throws RecordingException {
        return BarFile.read(new BarSource(RU, file), "SIM", problems::add);
    }

    private List<RecordedBar> shipped(String name) throws RecordingException {
        return read(DataFile.shipped(name));
    }

    private static RecordedBar at(List<RecordedBar> bars, String time) {
        return bars.stream().filter(bar -> bar.bar().time().equals(Instant.parse(time))).findFirst().orElseThrow();
    }

    @Test
    void readsAllShippedMinuteBarsByTheirBeginTime() throws Exception {
        List<RecordedBar> bars = shipped("shfe-ru1901-min1-201812.csv.gz");

        assertThat(bars).hasSize(6_900);
        assertThat(problems).isEmpty();
        assertThat(bars.get(0).bar()).isEqualTo(new Bar("SIM", RU, Instant.parse("2018-11-30T13:00:00Z"),
                Interval.MINUTE,
                4_082, 445_748_500, 181_504, 10_900, 10_945, 10_900, 10_910));
        assertThat(bars).extracting(bar -> bar.bar().time()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void nightSessionsCarryTheirTradingDay() throws Exception {
        List<RecordedBar> bars = shipped("shfe-ru1901-min1-201812.csv.gz");

        assertThat(bars.get(0).tradingDay()).as("Friday night").isEqualTo("2018-12-03");
        assertThat(at(bars, "2018-12-03T01:00:00Z").tradingDay()).as("Monday morning").isEqualTo("2018-12-03");
        assertThat(at(bars, "2018-12-03T13:00:00Z").tradingDay()).as("Monday night").isEqualTo("2018-12-04");
        assertThat(bars.stream().collect(Collectors.groupingBy(RecordedBar::tradingDay, Collectors.counting())))
                .hasSize(20).containsEntry(LocalDate.of(2018, 12, 3), 345L).containsValues(345L);
    }

    @Test
    void minuteBarsOfATradingDayAddUpToItsDailyBar() throws Exception {
        Map<LocalDate, Bar> daily = shipped("shfe-ru1901-day.csv").stream()
                .collect(Collectors.toMap(RecordedBar::tradingDay, RecordedBar::bar));
        List<RecordedBar> added = BarFile.perTradingDay(shipped("shfe-ru1901-min1-201812.csv.gz"));

        assertThat(added).hasSize(20);
        for (RecordedBar day : added) {
            Bar recorded = daily.get(day.tradingDay());
            assertThat(day.bar().time()).isEqualTo(recorded.time());
            assertThat(day.bar().interval()).isEqualTo(Interval.DAILY);
            assertThat(prices(day.bar())).as("%s and %s", day.bar(), recorded).isEqualTo(prices(recorded));
            assertThat(day.bar().volume()).as("less what was traded between the recorder's minutes")
                    .isBetween(recorded.volume() * 0.96, recorded.volume());
        }
    }

    private static List<Double> prices(Bar bar) {
        return List.of(bar.open(), bar.high(), bar.low(), bar.close());
    }

    @Test
    void aMinuteWithoutVolumeHasNoRange() throws Exception {
        RecordedBar thin = at(shipped("shfe-ru1901-min1-201812.csv.gz"), "2018-12-07T02:57:00Z");

        assertThat(thin.bar().volume()).isZero();
        assertThat(thin.bar()).extracting(Bar::open, Bar::high, Bar::low, Bar::close)
                .containsExactly(10_970.0, 10_970.0, 10_970.0, 10_970.0);
    }

    @Test
    void aRangeIsTheBarsOwnAndNotTheDaysSoFar() throws Exception {
        RecordedBar bar = at(shipped("shfe-ru1901-min1-201812.csv.gz"), "2018-12-28T06:59:00Z");

        assertThat(bar.bar()).as("its columns say 11075 and 10920, the day's").extracting(Bar::high, Bar::low)
                .containsExactly(10_995.0, 10_985.0);
    }

    @Test
    void aRangeThatMovesTheDaysIsTheColumns() throws Exception {
        List<RecordedBar> bars = read(Rows.data(MINUTES
                + "2018-12-03 09:00:00,x,100,105,102,99,5,0,0\n"
                + "2018-12-03 09:01:00,x,102,105,103,98,5,0,0\n"
                + "2018-12-03 09:02:00,x,103,107,104,98,5,0,0\n"
                + "2018-12-04 09:00:00,x,104,107,105,98,5,0,0\n"));

        assertThat(bars).extracting(bar -> bar.bar().high()).containsExactly(105.0, 103.0, 107.0, 107.0);
        assertThat(bars).extracting(bar -> bar.bar().low()).containsExactly(99.0, 98.0, 103.0, 98.0);
    }

    @Test
    void rangesThatComeAndGoAreTheBarsOwnAndKept() throws Exception {
        List<RecordedBar> bars = read(Rows.data(MINUTES
                + "2018-12-03 09:00:00,x,100,105,102,99,5,0,0\n"
                + "2018-12-03 09:01:00,x,102,105,103,101,5,0,0\n"
                + "2018-12-03 09:02:00,x,103,104,104,100,5,0,0\n"));

        assertThat(bars).extracting(bar -> bar.bar().high()).containsExactly(105.0, 105.0, 104.0);
        assertThat(bars).extracting(bar -> bar.bar().low()).containsExactly(99.0, 101.0, 100.0);
    }

    @Test
    void dailyBarsAreStampedAtMidnightOfTheirDate() throws Exception {
        List<RecordedBar> bars = shipped("shfe-ru1901-day.csv");

        assertThat(bars).hasSize(243);
        assertThat(bars.get(0).bar()).isEqualTo(new Bar("SIM", RU, Instant.parse("2018-01-15T16:00:00Z"),
                Interval.DAILY,
                7_438, 1_227_386_100, 4_596, 16_300, 16_725, 16_200, 16_355));
    }

    @Test
    void aBrokenLineIsReportedAndLeftOut() throws Exception {
        List<RecordedBar> bars = read(Rows.data(MINUTES
                + "2018-12-03 09:00:00,x,100,105,102,99,5,0,0\n"
                + "2018-12-03 09:61:00,x,102,105,103,101,5,0,0\n"
                + "2018-12-03 09:02:00,x,abc,104,104,100,5,0,0\n"));

        assertThat(bars).hasSize(1);
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("test.csv line 3: ");
        assertThat(problems.get(1)).isEqualTo("test.csv line 4: 'abc' is not a number");
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> read(Rows.data("a,b\n1,2\n"))).isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("test.csv has an unknown column layout: minute bars (BeginTime, ...) and "
                + "daily bars");
        assertThatThrownBy(() -> read(Rows.data("Date,Open\n20181203,2\n"))).hasMessageContaining("High, Low, Close");
        assertThatThrownBy(() -> read(Rows.data(MINUTES)))
                .hasMessage("test.csv has no bars; leave it out of the setting bars");
    }
}
