package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.plugin.Monitor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final long SECOND = 1_000_000_000L;

    private final Stub stub = new Stub();

    @Test
    void ofAServerTellsStatesSessionsRateAndLag() {
        stub.apps = List.of(new Part("RpcService", new Monitor("sessions", List.of("client", "lag"),
                () -> List.of(List.of("a", 3L), List.of("b", 1_200L)))));
        stub.gateways = List.of(new Part("SIM", null));
        StatusText status = new StatusText(Partial.of(MainEngine.class, stub), 0);
        stub.dispatched = 24_690;

        assertThat(status.line(2 * SECOND)).isEqualTo("LIVE SIM | 2 sessions | 12,345 ev/s | lag 1,200");
        assertThat(status.line(3 * SECOND)).isEqualTo("LIVE SIM | 2 sessions | 0 ev/s | lag 1,200");
    }

    @Test
    void ofAClientTellsHowTheStreamAndTheBooksAre() {
        stub.gateways = List.of(new Part("RPC", new Monitor("stream", List.of("figure", "value"),
                () -> List.of(List.of("conflated", 7), List.of("lost", 0), List.of("books", "equal")))));
        StatusText status = new StatusText(Partial.of(MainEngine.class, stub), 0);

        assertThat(status.line(SECOND)).isEqualTo("LIVE RPC | 0 ev/s | conflated 7 | books equal");
    }

    /** As much of an engine as the text looks at. */
    public static final class Stub {

        private List<Part> apps = List.of();
        private List<Part> gateways = List.of();
        private long dispatched;

        public EventEngine events() {
            return Partial.of(EventEngine.class, this);
        }

        public EventStats stats() {
            return new EventStats(dispatched, dispatched, 0, 0, 0, 0);
        }

        public List<App> apps() {
            return apps.stream().map(app -> Partial.of(App.class, app)).toList();
        }

        public List<Gateway> gateways() {
            return gateways.stream().map(gateway -> Partial.of(Gateway.class, gateway)).toList();
        }
    }

    /** A gateway or app. */
    public record Part(String name, Monitor monitor) {

        public List<Monitor> monitors() {
            return monitor == null ? List.of() : List.of(monitor);
        }

        public GatewayStatus status() {
            return new GatewayStatus(name, GatewayState.LIVE, "", Instant.EPOCH);
        }
    }
}
