package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LampTest {

    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

    @Test
    void everyStateHasAColourAndAWord() {
        assertThat(Arrays.stream(GatewayState.values()).map(state -> lamp(state, ENGLISH)).toList())
                .extracting(lamp -> lamp.light() + " " + lamp.word())
                .containsExactly("YELLOW CONNECTING", "YELLOW SYNCING", "GREEN LIVE", "RED STALE", "GRAY DOWN");
    }

    @Test
    void theWordsAreThoseOfTheLanguage() {
        assertThat(lamp(GatewayState.LIVE, Texts.of(Locale.CHINESE)).word()).isEqualTo("已连接");
    }

    @Test
    void allGatewaysHaveLampsAlsoThoseNeverConnectedAndThenTheApps() throws InterruptedException {
        try (MainEngine engine = MainEngine.create()) {
            engine.addGateway("SIM");
            engine.addGateway("RPC");
            engine.addApp("RpcService");
            engine.connect("SIM", Map.of("start", "subscribe"));
            engine.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(20));

            List<Lamp> lamps = Lamp.all(engine, ENGLISH);

            assertThat(lamps).extracting(lamp -> lamp.name() + " " + lamp.word())
                    .containsExactly("RPC DOWN", "SIM LIVE", "RpcService stopped");
        }
    }

    private static Lamp lamp(GatewayState state, Texts texts) {
        return Lamp.of(new GatewayStatus("SIM", state, "detail", Instant.EPOCH), texts);
    }
}
