package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActCommandTest {

    private final Cli cli = new Cli();

    @Test
    void hasTheServerCarryOutAnActionAndPrintsWhatItSays() {
        assertThat(cli.run("act", "Desk", "state", "scope=client", "name=a b", "state=HALTED")).isZero();

        assertThat(cli.outLines()).containsExactly("done");
        assertThat(cli.engine.actions).containsExactly(
                "{plugin=Desk, action=state, parameters=scope=client;name=a b;state=HALTED}");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void leavesItToTheServerToSayWhichActionsThereAre() {
        assertThat(cli.run("act", "Desk")).isZero();

        assertThat(cli.engine.actions).containsExactly("{plugin=Desk, action=, parameters=}");
    }

    @Test
    void failsInOneLineIfTheServerRefuses() {
        cli.engine.actionFailure = new IllegalStateException("tom is a trader [role]");

        assertThat(cli.run("act", "Desk", "state")).isEqualTo(1);
        assertThat(cli.err()).contains("tom is a trader [role]").doesNotContain("Exception");
    }

    @Test
    void refusesWhatIsNoParameter() {
        assertThat(cli.run("act", "Desk", "state", "HALTED")).isEqualTo(2);
        assertThat(cli.err()).contains("'HALTED' is not key=value");
        assertThat(cli.run("act", "Desk", "state", "name=a;b")).isEqualTo(2);
        assertThat(cli.err()).contains("'name=a;b' has a semicolon");
        assertThat(cli.run("act")).isEqualTo(2);
        assertThat(cli.engine.actions).isEmpty();
    }
}
