package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DuplicateRuleTest {

    @Test
    void refusesTheSameOrderOfTheSameClientWithinTheWindow() {
        try (Rig rig = Rig.started(Map.of("duplicates", "1s"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            rig.move(Duration.ofMillis(250));

            assertThat(rig.buy("bob", 1).isAccepted()).as("of another client").isTrue();
            assertThat(rig.buy("alice", 2).isAccepted()).as("another order").isTrue();
            assertRefused(rig.buy("alice", 1), "duplicate", "alice sent the same (LONG OPEN 1 rb2610.SHFE at 3000)"
                    + " 0.25 s ago, and may send it again after 1 s (Desk.duplicates)");

            rig.move(Duration.ofMillis(750));
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void looksAtTheSidesOfAQuoteToo() {
        try (Rig rig = Rig.started(Map.of("duplicates", "1s"))) {
            assertThat(rig.of("alice").sendQuote(Rig.quote(1)).isAccepted()).isTrue();
            assertThat(Rig.why(rig.of("alice").sendOrder(Rig.limit(1, 2999))).rule()).isEqualTo("duplicate");
        }
    }

    @Test
    void letsAnOrderComeAgainThatTheGatewayRefused() {
        try (Rig rig = Rig.started(Map.of("duplicates", "1s"))) {
            rig.exchange.onOrder = request -> Outcome.refused("not-connected", "not yet");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("not-connected");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("not-connected");
        }
    }
}
