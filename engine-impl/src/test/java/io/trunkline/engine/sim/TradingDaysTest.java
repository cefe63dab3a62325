package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class TradingDaysTest {

    // Friday the 28th is followed by the New Year holidays; the next session is on Wednesday the 2nd
    private final TradingDays days = new TradingDays(List.of(
            LocalDateTime.parse("2018-12-27T09:00:00"), LocalDateTime.parse("2018-12-27T21:00:00"),
            LocalDateTime.parse("2018-12-28T09:00:00"), LocalDateTime.parse("2019-01-02T09:00:00")));

    @ParameterizedTest
    @CsvSource({
            "2018-12-27T09:00:00, 2018-12-27",
            "2018-12-27T15:00:00, 2018-12-27",
            "2018-12-27T21:00:00, 2018-12-28",
            "2018-12-28T00:30:00, 2018-12-28",
            "2018-12-28T21:00:00, 2019-01-02",
            "2018-12-29T02:00:00, 2019-01-02",
            "2019-01-02T21:00:00, 2019-01-03",
            "2019-01-04T21:00:00, 2019-01-07",
            "2019-01-05T01:00:00, 2019-01-07"})
    void aNightBelongsToTheNextDaySession(LocalDateTime moment, String day) {
        assertThat(days.of(moment)).isEqualTo(day);
    }
}
