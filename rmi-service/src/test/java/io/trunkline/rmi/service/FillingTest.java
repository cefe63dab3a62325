package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillingTest {

    private final List<Gateway> gateways = new ArrayList<>();
    private GatewayState state = GatewayState.DOWN;
    private long now = Duration.ofDays(3).toNanos();
    private final Filling filling = new Filling(engine(), () -> now);

    private MainEngine engine() {
        return (MainEngine) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MainEngine.class},
                (proxy, method, arguments) -> method.getName().equals("gateways") ? gateways
                        : Optional.of(new GatewayStatus((String) arguments[0], state, "", Instant.EPOCH)));
    }

    private void add(String name, boolean isRemote) {
        gateways.add((Gateway) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Gateway.class},
                (proxy, method, arguments) -> method.getName().equals("name") ? name : (Object) isRemote));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void thereIsNothingToWaitForWithoutARemoteGateway() {
        add("SIM", false);

        assertThat(filling.gateway()).isEmpty();
    }

    @Test
    void aRelayWaitsForItsServerHoweverLongThatTakes() {
        add("RPC", true);
        state = GatewayState.CONNECTING;
        assertThat(filling.gateway()).hasValue("RPC");
        pass(Duration.ofHours(5));
        state = GatewayState.SYNCING;
        assertThat(filling.gateway()).hasValue("RPC");

        state = GatewayState.LIVE;
        assertThat(filling.gateway()).isEmpty();
        state = GatewayState.CONNECTING;
        assertThat(filling.gateway()).as("its books are filled").isEmpty();
    }

    @Test
    void whoHasAnExchangeOfItsOwnServesItAfterAWhile() {
        add("SIM", false);
        add("RPC", true);
        state = GatewayState.CONNECTING;
        assertThat(filling.gateway()).hasValue("RPC");
        pass(Duration.ofSeconds(9));
        assertThat(filling.gateway()).hasValue("RPC");

        pass(Duration.ofSeconds(2));
        assertThat(filling.gateway()).isEmpty();
    }

    @Test
    void aGatewayThatIsNotToldToConnectIsWaitedForBriefly() {
        add("RPC", true);
        assertThat(filling.gateway()).hasValue("RPC");

        pass(Duration.ofSeconds(6));
        assertThat(filling.gateway()).isEmpty();
    }
}
