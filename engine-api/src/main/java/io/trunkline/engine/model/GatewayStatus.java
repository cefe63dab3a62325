package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A gateway changed its state. On a client, the server's gateways report under their paths ({@code RPC.CTP}).
 *
 * @param gateway the gateway's path
 * @param state the new state
 * @param detail what a person should know of it, such as why it is DOWN; may be empty
 * @param time when it changed
 */
public record GatewayStatus(String gateway, GatewayState state, String detail, Instant time) implements Event {

    /** Checks that nothing is null. */
    public GatewayStatus {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(time, "time");
    }

    @Override
    public String key() {
        return gateway;
    }
}
