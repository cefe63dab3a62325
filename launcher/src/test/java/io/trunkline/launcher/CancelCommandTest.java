package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CancelCommandTest {

    private final Cli cli = new Cli();

    @Test
    void takesIdsInOurTermsAndInTheServers() {
        assertThat(cli.run("cancel", "RPC.SIM.7", "SIM.8")).isZero();
        assertThat(cli.engine.requests).containsExactly(
                CancelRequest.of(Id.parse("RPC.SIM.7")), CancelRequest.of(Id.parse("RPC.SIM.8")));
        assertThat(cli.outLines()).containsExactly("RPC.SIM.7", "RPC.SIM.8");
    }

    @Test
    void triesAllBeforeItFails() {
        cli.engine.reply = request -> ((CancelRequest) request).id().local().equals("SIM.7")
                ? Outcome.refused("unknown-order", "there is no such order")
                : Outcome.accepted(((CancelRequest) request).id());

        assertThat(cli.run("cancel", "SIM.7", "SIM.8")).isEqualTo(1);
        assertThat(cli.outLines()).containsExactly("RPC.SIM.8");
        cli.assertErr("trunkline cancel: not cancelled: RPC.SIM.7: there is no such order [unknown-order]");
    }

    @Test
    void refusesWhatIsNoId() {
        assertThat(cli.run("cancel", "SIM.7", "seven")).isEqualTo(2);
        assertThat(cli.err()).contains("'seven' is not an id");
        assertThat(cli.engine.requests).isEmpty();
        assertThat(new Cli().run("cancel")).isEqualTo(2);
    }
}
