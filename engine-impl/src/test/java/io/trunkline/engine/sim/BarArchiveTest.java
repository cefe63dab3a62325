package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class BarArchiveTest {

    private static final InstrumentId RU = InstrumentId.parse("ru1901.SHFE");
    private static final DataFile MINUTES = DataFile.shipped("shfe-ru1901-min1-201812.csv.gz");
    private static final DataFile DAILY = DataFile.shipped("shfe-ru1901-day.csv");

    private static BarArchive archive(DataFile... files) throws RecordingException {
        return BarArchive.read(List.of(files).stream().map(file -> new BarSource(RU, file)).toList(), "SIM",
                problem -> {
            throw new AssertionError(problem);
        });
    }

    private static HistoryRequest ask(String start, String end, Interval interval) {
        return new HistoryRequest("SIM", RU, Instant.parse(start), end == null ? null : Instant.parse(end), interval);
    }

    @Test
    void answersTheRangeWithBothItsEnds() throws Exception {
        History history = archive(MINUTES, DAILY).answer(ask("2018-11-30T13:01:00Z", "2018-11-30T13:03:00Z",
                Interval.MINUTE));

        assertThat(history.bars()).extracting(bar -> bar.time().toString())
                .containsExactly("2018-11-30T13:01:00Z", "2018-11-30T13:02:00Z", "2018-11-30T13:03:00Z");
    }

    @Test
    void withoutAnEndAnswersToTheLast() throws Exception {
        BarArchive archive = archive(MINUTES, DAILY);

        assertThat(archive.answer(ask("2000-01-01T00:00:00Z", null, Interval.MINUTE)).bars()).hasSize(6_900);
        assertThat(archive.answer(ask("2000-01-01T00:00:00Z", null, Interval.DAILY)).bars()).hasSize(243);
        assertThat(archive.answer(ask("2019-01-14T16:00:00Z", null, Interval.DAILY)).bars()).hasSize(1);
        assertThat(archive.answer(ask("2030-01-01T00:00:00Z", null, Interval.DAILY)).bars()).isEmpty();
    }

    @Test
    void daysAreMadeOfMinutesWhereThereAreNoDailyBars() throws Exception {
        List<Bar> made = archive(MINUTES).answer(ask("2018-12-02T16:00:00Z", "2018-12-02T16:00:00Z", Interval.DAILY))
                .bars();
        List<Bar> recorded = archive(DAILY).answer(ask("2018-12-02T16:00:00Z", "2018-12-02T16:00:00Z",
                Interval.DAILY)).bars();

        assertThat(made).hasSize(1);
        assertThat(made.get(0).open()).as("Friday night counts to Monday").isEqualTo(recorded.get(0).open());
        assertThat(made.get(0).high()).isEqualTo(recorded.get(0).high());
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUR", "WEEKLY", "TICK"})
    void refusesOtherIntervalsAndSaysWhatThereIs(Interval interval) throws Exception {
        assertThat(archive(MINUTES, DAILY).answer(ask("2018-01-01T00:00:00Z", null, interval)))
                .isEqualTo(History.refused("no-interval", "there are no bars of ru1901.SHFE of the interval "
                        + interval.text() + "; there are ru1901.SHFE 1m and d"));
    }

    @Test
    void refusesOtherInstrumentsAndSaysWhatThereIs() throws Exception {
        HistoryRequest apples = new HistoryRequest("SIM", InstrumentId.parse("AP010.CZCE"), Instant.EPOCH, null,
                Interval.DAILY);

        assertThat(archive(DAILY).answer(apples)).isEqualTo(
                History.refused("no-history", "there are no bars of AP010.CZCE; there are ru1901.SHFE d"));
        assertThat(archive().answer(apples)).isEqualTo(
                History.refused("no-history", "there are no bars of AP010.CZCE; there are none at all"));
    }
}
