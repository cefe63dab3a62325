package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateRuleTest {

    @Test
    void refusesMoreOrdersThanAnyIntervalMayHave() {
        try (Rig rig = Rig.started(Map.of("rate", "2", "interval", "10s"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            rig.move(Duration.ofSeconds(9));
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertRefused(rig.buy("alice", 1), "rate",
                    "this would be order 3 of alice within 10 s, and 2 may be sent (Desk.rate)");
            assertThat(rig.buy("bob", 1).isAccepted()).as("of another client").isTrue();

            rig.move(Duration.ofSeconds(1));
            assertThat(rig.buy("alice", 1).isAccepted()).as("the first is 10 s ago").isTrue();
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).as("the second is not").isEqualTo("rate");
        }
    }

    @Test
    void limitsAllTogetherWhateverAClientCallsItself() {
        try (Rig rig = Rig.started(Map.of("all.rate", "2"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertThat(rig.buy("all", 1).isAccepted()).isTrue();
            assertRefused(rig.buy("all", 1), "all-rate", "this would be order 3 of all clients together within 1 s,"
                    + " and 2 may be sent (Desk.all.rate)");
        }
    }

    @Test
    void countsAQuoteAsTwo() {
        try (Rig rig = Rig.started(Map.of("rate", "3"))) {
            assertThat(rig.of("alice").sendQuote(Rig.quote(1)).isAccepted()).isTrue();
            assertThat(Rig.why(rig.of("alice").sendQuote(Rig.quote(2))).message()).startsWith("this would be order 4");
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }
}
