package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import org.junit.jupiter.api.Test;

class OutcomeCommandTest {

    private final Cli cli = new Cli();

    private void assertPrints(Outcome outcome, int exitCode, String line) {
        Cli each = new Cli();
        each.engine.outcome = key -> outcome;

        assertThat(each.run("outcome", "k")).isEqualTo(exitCode);
        assertThat(each.outLines()).containsExactly(line);
        assertThat(each.engine.closed).isTrue();
    }

    @Test
    void printsWhatBecameOfAKey() {
        assertPrints(Outcome.accepted(Id.parse("RPC.SIM.7")), 0, "accepted RPC.SIM.7");
        assertPrints(Outcome.refused("margin", "needs 5000"), 0, "refused needs 5000 [margin]");
        assertPrints(new Outcome.NeverReceived("k"), 0, "never received");
        assertPrints(new Outcome.InDoubt("k", "SIM is DOWN"), 1, "in doubt: SIM is DOWN");
    }

    @Test
    void needsAKey() {
        assertThat(cli.run("outcome")).isEqualTo(2);
        assertThat(cli.err()).contains("KEY");
    }
}
