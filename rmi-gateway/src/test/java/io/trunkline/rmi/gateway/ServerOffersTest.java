package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server's apps can be asked to do, and what they show, is there on a client as if they were its own. */
@Timeout(60)
class ServerOffersTest {

    private static final String STATE = "server: Desk state";

    private final Rig rig = new Rig();
    private MainEngine server;
    private MainEngine client;

    @BeforeEach
    void connect() {
        server = rig.server("CTP");
        server.addApp("Desk");
        server.start("Desk", Map.of());
        client = rig.client(server, "name=alice");
        Wait.until("the desk's action", () -> state().isPresent());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Optional<Action> state() {
        return client.gateway("RPC").orElseThrow().actions().stream()
                .filter(action -> action.name().equals(STATE)).findFirst();
    }

    private String set(String... keysAndTexts) {
        Action action = state().orElseThrow();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) texts.put(keysAndTexts[i], keysAndTexts[i + 1]);
        return action.run().apply(Settings.parse(action.parameters(), texts));
    }

    private List<List<Object>> states() {
        return client.gateway("RPC").orElseThrow().monitors().stream()
                .filter(monitor -> monitor.name().equals("server: Desk states")).findFirst()
                .map(monitor -> monitor.rows().get()).orElse(List.of());
    }

    @Test
    void anActionHasTheChoicesAndProposalsThatItHasAtTheServer() {
        Action here = state().orElseThrow();
        Action there = server.app("Desk").orElseThrow().actions().get(0);

        assertThat(here.help()).isEqualTo(there.help());
        assertThat(here.parameters()).isEqualTo(there.parameters());
        assertThat(here.parameters().get(1).proposals().at("gateway")).containsExactly("CTP");
        assertThatThrownBy(() -> set("state", "STOP")).hasMessageContaining("ACTIVE, REDUCE_ONLY, HALTED");
    }

    @Test
    void itIsCarriedOutThereInTheClientsNameAndSeenInTheAppsTable() {
        assertThat(set("scope", "gateway", "name", "CTP", "state", "HALTED"))
                .isEqualTo("gateway CTP is HALTED (was ACTIVE)");
        Wait.until("the state", () -> states().size() == 1);
        assertThat(states().get(0)).startsWith("gateway", "CTP", "HALTED").endsWith("alice");

        set("scope", "gateway", "name", "CTP", "state", "REDUCE_ONLY", "by", "bob, who went home");
        Wait.until("who did it", () -> states().get(0).contains("alice: bob, who went home"));
    }

    @Test
    void whatTheServerSaysOfAParameterIsAnErrorOfThatParameter() {
        assertThatThrownBy(() -> set("scope", "client", "state", "HALTED"))
                .isInstanceOfSatisfying(SettingException.class, e -> {
                    assertThat(e.key()).isEqualTo("name");
                    assertThat(e.problem()).startsWith("a client needs a name");
                });
    }

    @Test
    void ofAServerThatIsGoneNothingIsOffered() {
        Rig.stop(server);
        Wait.until("nothing is offered", () -> state().isEmpty());
    }
}
