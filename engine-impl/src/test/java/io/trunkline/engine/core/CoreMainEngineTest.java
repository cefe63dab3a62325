package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.buy;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.drain;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoreMainEngineTest {

    @Test
    void sendsAnOrderAndKeepsIt() {
        try (MainEngine engine = MainEngine.create()) {
            engine.addGateway(FakeGateway.local("FAKE"), "FAKE");
            engine.events().publish(contract("FAKE", RB));

            Outcome outcome = engine.sendOrder(buy("FAKE"));

            drain(engine.events());
            assertThat(engine.order(outcome.acceptedId().orElseThrow())).isPresent();
            assertThat(engine.outcome(engine.orders().get(0).clientKey())).isEqualTo(outcome);
        }
    }
}
