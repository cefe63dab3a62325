package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenModulesTest {

    @TempDir
    private Path home;

    @Test
    void nothingIsRememberedBeforeTheFirstChoice() {
        assertThat(Modules.remembered(UiStore.load(home))).isEmpty();
    }

    @Test
    void aChoiceIsRememberedAlsoIfItIsNone() {
        Modules some = new Modules(Set.of("SIM", "RPC"), Set.of("RpcService"));
        some.keep(UiStore.load(home));
        assertThat(Modules.remembered(UiStore.load(home))).contains(some);

        Modules none = new Modules(Set.of(), Set.of());
        none.keep(UiStore.load(home));
        assertThat(Modules.remembered(UiStore.load(home))).contains(none);
    }

    @Test
    void anEngineGetsWhatItKnowsAndDoesNotHaveYet() {
        try (MainEngine engine = MainEngine.create()) {
            engine.addGateway("SIM");

            new Modules(Set.of("SIM", "RPC", "GONE"), Set.of("RpcService")).addTo(engine);

            assertThat(engine.gateways()).extracting(Gateway::name).containsExactly("SIM", "RPC");
            assertThat(engine.apps()).extracting(App::name).containsExactly("RpcService");
        }
    }

    @Test
    void whatAnEngineKnowsIsTickedButForPaperTrading() {
        try (MainEngine engine = MainEngine.create()) {
            assertThat(engine.appTypes()).extracting(AppProvider::type).contains("Paper");
            assertThat(Modules.usual(engine))
                    .isEqualTo(new Modules(Set.of("SIM", "RPC"), Set.of("RpcService", "Desk")));
        }
    }
}
