package io.trunkline.engine.paper;

import static io.trunkline.engine.paper.PaperRig.assertRefused;
import static io.trunkline.engine.paper.PaperRig.buying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starting and stopping paper trading. */
@Timeout(60)
class PaperAppTest {

    @Test
    void isFoundByItsType() {
        try (MainEngine engine = MainEngine.create()) {
            assertThat(engine.addApp("Paper").isRunning()).isFalse();
        }
    }

    @Test
    void stoppingCancelsWhatWorksAndSaysThatOrdersAreReal() {
        try (PaperRig rig = PaperRig.of("alice,bob")) {
            assertThat(rig.paper.status()).isEqualTo("on paper: alice, bob");
            Id id = rig.buy("alice", 1, 3000);

            rig.paper.stop();
            rig.drain();

            assertThat(rig.order(id).status()).isEqualTo(Status.CANCELLED);
            assertThat(rig.order(id).message()).isEqualTo("paper trading was stopped");
            assertThat(rig.warnings).containsExactly("paper trading stopped: the next orders of alice, bob are REAL; "
                    + "their paper orders were cancelled");
            assertThat(rig.engine.interceptors()).isEmpty();
            assertThat(rig.engine.gatewayStatus("PAPER-alice").orElseThrow().state()).isEqualTo(GatewayState.DOWN);
            assertThat(rig.buy("alice", 1, 3000).gateway()).isEqualTo("X");
            assertRefused(rig.port("alice").cancelOrder(CancelRequest.of(id)), "not-active", "not running");
        }
    }

    @Test
    void theAccountBeginsAnewAtEachStart() {
        try (PaperRig rig = PaperRig.of("alice")) {
            rig.show(2999, 5, 3001, 5);
            Id first = rig.buy("alice", 2, 3001);
            assertThat(rig.held("PAPER-alice")).isEqualTo(2);
            rig.paper.stop();
            rig.drain();
            assertThat(rig.engine.accounts()).isEmpty();
            assertThat(rig.engine.positions()).isEmpty();
            assertThat(rig.engine.trades(first)).hasSize(1);

            rig.engine.start("Paper", Map.of("clients", "alice", "balance", "5000"));
            rig.drain();
            assertThat(rig.engine.account(Id.parse("PAPER-alice.alice")).orElseThrow().balance()).isEqualTo(5000);
            assertThat(rig.buy("alice", 1, 3001)).isNotEqualTo(first);
            assertThat(rig.held("PAPER-alice")).isEqualTo(1);
        }
    }

    @Test
    void saysThatClientsHaveRealOrdersLeft() {
        try (PaperRig rig = PaperRig.of("bob")) {
            rig.buy("alice", 1, 3000);
            rig.paper.stop();
            rig.drain();
            rig.warnings.clear();
            rig.start("alice");
            rig.drain();
            assertThat(rig.warnings).singleElement().asString().contains("still active: 1;");
        }
    }

    @Test
    void aGatewayThatHasTheNameRefusesTheStartAndNothingIsSent() {
        try (PaperRig rig = new PaperRig()) {
            RealExchange clash = rig.add("PAPER-alice", false);
            assertThatThrownBy(() -> rig.start("bob,alice")).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("there is a gateway PAPER-alice that is not one of paper trading");
            assertThat(rig.engine.gateway("PAPER-bob")).isEmpty();
            assertThat(rig.paper.isRunning()).isFalse();

            rig.start("*");
            assertRefused(rig.port("alice").sendOrder(buying(1, 3000)), "paper-not-running", "another name");
            rig.port("alice").cancelOrder(CancelRequest.of(Id.parse("PAPER-alice.1")));
            assertThat(clash.changes).isEmpty();
            assertThat(rig.reached()).isEmpty();
        }
    }

    @Test
    void keysOfPaperOrdersAreNotSentForRealAfterAStop() {
        try (PaperRig rig = PaperRig.of("alice")) {
            Id id = rig.send("alice", buying(1, 3000).withClientKey("k"));
            rig.paper.stop();
            assertThat(rig.port("alice").sendOrder(buying(1, 3000).withClientKey("k"))).isEqualTo(Outcome.accepted(id));
            assertThat(rig.reached()).isEmpty();
        }
    }

    @Test
    void leavesNoThreadBehind() {
        try (PaperRig rig = PaperRig.of("alice")) {
            rig.buy("alice", 1, 3000);
            rig.paper.stop();
            long start = System.nanoTime();
            while (threads() > 0 && System.nanoTime() - start < 20_000_000_000L) Thread.onSpinWait();
            assertThat(threads()).isZero();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("paper-"))
                .count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "clients|\"\"|setting clients: '' names nobody, so that all orders would be real; write clients such as",
            "clients|\" , \"|setting clients: ' , ' names nobody",
            "clients|alice,*|setting clients: 'alice,*' names everybody and somebody; write either",
            "balance|0|setting balance: 0.0 is not above 0; write 1000000 or so"})
    void refusesSettingsThatCannotBeUsed(String key, String text, String message) {
        try (PaperRig rig = new PaperRig()) {
            Map<String, String> settings = new HashMap<>(Map.of("clients", "a"));
            settings.put(key, text);
            assertThatThrownBy(() -> rig.engine.start("Paper", settings)).isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(message);
            assertThat(rig.paper.isRunning()).isFalse();
            assertRefused(rig.port("a").sendOrder(buying(1, 3000)), "paper-not-running", "start it");
        }
    }

    @Test
    void theReadmeNamesEverySettingAndNoOther() throws IOException {
        Matcher named = Pattern.compile("Paper\\.([a-zA-Z]+)").matcher(Files.readString(Path.of("..", "README.md")));
        Set<String> names = new TreeSet<>();
        while (named.find()) names.add(named.group(1));
        assertThat(names).isEqualTo(PaperSettings.DESCRIPTORS.stream().map(SettingDescriptor::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
