package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UiCommandTest {

    private final Cli cli = new Cli();

    @BeforeEach
    void withoutADisplay() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "there is a display here");
    }

    @Test
    void aWindowNeedsADisplay() {
        assertThat(cli.run("ui")).isEqualTo(1);
        cli.assertErr("trunkline ui: no display; 'trunkline server' and 'trunkline client' need none");
    }

    @Test
    void aServerWithoutADisplayIsToldToLeaveOutTheWindow() {
        assertThat(cli.run("server", "--ui")).isEqualTo(1);
        cli.assertErr("trunkline server: no display; leave out --ui");
        assertThat(cli.engine.options).as("no engine was made").isNull();
    }

    @Test
    void aClientWithoutADisplayIsToldToLeaveOutTheWindow() {
        assertThat(cli.run("client", "--ui")).isEqualTo(1);
        cli.assertErr("trunkline client: no display; leave out --ui");
    }
}
