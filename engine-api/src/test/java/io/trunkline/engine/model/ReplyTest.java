package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ReplyTest {

    private static final Id ID = Id.parse("SIM.7");
    private static final Refusal REFUSAL = new Refusal("rule", "message");

    @Test
    void anAcceptedOutcomeHasAnIdAndNoRefusal() {
        Outcome outcome = Outcome.accepted(ID);

        assertThat(outcome).isEqualTo(new Outcome.Accepted(ID));
        assertThat(outcome.isAccepted()).isTrue();
        assertThat(outcome.acceptedId()).contains(ID);
        assertThat(outcome.whyRefused()).isEmpty();
    }

    @Test
    void aRefusedOutcomeHasARefusalAndNoId() {
        Outcome outcome = Outcome.refused("rule", "message");

        assertThat(outcome).isEqualTo(new Outcome.Refused(REFUSAL));
        assertThat(outcome.isAccepted()).isFalse();
        assertThat(outcome.acceptedId()).isEmpty();
        assertThat(outcome.whyRefused()).contains(REFUSAL);
    }

    @Test
    void anOutcomeThatIsNotKnownHasNeither() {
        for (Outcome outcome : List.of(new Outcome.InDoubt("key", "reason"), new Outcome.NeverReceived("key"))) {
            assertThat(outcome.isAccepted()).isFalse();
            assertThat(outcome.acceptedId()).isEmpty();
            assertThat(outcome.whyRefused()).isEmpty();
        }
    }

    @Test
    void aHistoryWithBarsHasNoRefusal() {
        List<Bar> bars = new ArrayList<>(List.of(Samples.BAR));
        History history = History.bars(bars);
        bars.clear();

        assertThat(history.bars()).containsExactly(Samples.BAR);
        assertThat(history.whyRefused()).isEmpty();
        assertThatThrownBy(() -> history.bars().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRefusedHistoryHasNoBars() {
        History history = History.refused("rule", "message");

        assertThat(history.bars()).isEmpty();
        assertThat(history.whyRefused()).contains(REFUSAL);
    }

    @Test
    void aRefusalReadsAsASentence() {
        assertThat(new Refusal("max-volume", "volume 9 is above 5")).hasToString("volume 9 is above 5 [max-volume]");
    }
}
