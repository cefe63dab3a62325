package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.launcher.Partial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectHintTest {

    private final Engine engine = new Engine();
    private final Background background = new Background();
    private final UiContext context = new UiContext(Partial.of(MainEngine.class, engine), Texts.of(Locale.ENGLISH),
            UiStore.load(Path.of("no-such-folder")),
            new SettingMemory(UiStore.load(Path.of("no-such-folder")), Map.of()), background);
    private final List<String> chosen = new ArrayList<>();
    private final ConnectHint hint =
            Edt.call(() -> new ConnectHint(context, chosen::add, () -> chosen.add("modules")));

    @AfterEach
    void close() {
        Edt.run(hint::close);
        background.close();
    }

    @Test
    void anEmptyDeskOffersEachGatewayUntilOneIsConnected() throws Exception {
        await(() -> hint.component().isVisible());
        Edt.run(() -> buttons().forEach(JButton::doClick));
        assertThat(chosen).containsExactly("CTP", "SIM");

        engine.state = GatewayState.CONNECTING;
        await(() -> !hint.component().isVisible());
        assertThat(Edt.call(hint::isDone)).isFalse();
        engine.state = GatewayState.DOWN;
        await(() -> hint.component().isVisible());

        engine.state = GatewayState.LIVE;
        await(() -> !hint.component().isVisible() && hint.isDone());
    }

    @Test
    void withoutGatewaysModulesAreOffered() throws Exception {
        await(() -> buttons().size() == 2);
        engine.gateways = List.of();
        await(() -> buttons().size() == 1);

        Edt.run(() -> buttons().get(0).doClick());

        assertThat(chosen).containsExactly("modules");
    }

    private List<JButton> buttons() {
        return Stream.of(hint.component().getComponents()).filter(JButton.class::isInstance)
                .map(JButton.class::cast).toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!Edt.call(condition::getAsBoolean)) TimeUnit.MILLISECONDS.sleep(10);
    }

    /** An engine with two gateways, the second of which was never asked to connect. */
    public static final class Engine {

        private volatile GatewayState state = GatewayState.DOWN;
        private volatile List<String> gateways = List.of("CTP", "SIM");

        public List<Gateway> gateways() {
            return gateways.stream().map(name -> Partial.of(Gateway.class, new Named(name))).toList();
        }

        public List<GatewayStatus> gatewayStatuses() {
            return List.of(new GatewayStatus("CTP", state, "", Instant.EPOCH));
        }
    }

    /** A gateway that has a name. */
    public static final class Named {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }
    }
}
