package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A viewer that trades, a trader that cancels another's order, a client that asks for more than it may. */
@Timeout(60)
class RightsAttackTest {

    private static final Id TINAS = new Id("FAKE.9");

    @TempDir
    private Path folder;

    /** What came of an attack, and what it was allowed to do. */
    private record Attempt(List<String> rules, int asked, long refused) {}

    /** Does all that some clients may not. */
    private static List<Attempt> attack(Served served) throws IOException {
        served.gateway.publish(Order.of(Served.BUY.withOwner("tina"), "FAKE", "9"));
        served.drain();
        return List.of(attempt(served, "vera", "order"), attempt(served, "tom", "cancel"),
                attempt(served, "rick", "orders"));
    }

    private static Attempt attempt(Served served, String client, String what) throws IOException {
        int before = served.gateway.asked.size();
        List<Outcome> outcomes = new ArrayList<>();
        try (TestClient attacker = TestClient.open(served.app.status(), new TestClient.Manners(client, false,
                Protocol.VERSION, null, TokensFile.tokenOf(client)))) {
            if (what.equals("cancel")) {
                outcomes.add(Messages.decodeOutcome(attacker.session().cancelOrder(
                        Messages.encode(new CancelRequest(TINAS, Served.RB)))));
            } else {
                for (int i = 0; i < (what.equals("order") ? 1 : 40); i++) {
                    outcomes.add(Messages.decodeOutcome(attacker.session().sendOrder(Messages.encode(Served.BUY))));
                }
            }
            long refused = (long) served.refusedOf(client);
            List<String> rules = outcomes.stream().flatMap(each -> each.whyRefused().stream()).map(no -> no.rule())
                    .toList();
            return new Attempt(rules, served.gateway.asked.size() - before, refused);
        }
    }

    @Test
    void isRefusedByTheRulesNameCountedAndWrittenDown() throws Exception {
        try (Served everybody = Served.start()) {
            List<Attempt> attempts = attack(everybody);
            assertThat(attempts).extracting(Attempt::asked).containsExactly(1, 1, 40);
            assertThat(attempts).allMatch(each -> each.rules.isEmpty() && each.refused == 0);
        }
        String clients = TokensFile.write(folder, "vera role=viewer", "tom role=trader", "tina role=trader",
                "rick role=trader rate=3");
        try (Served served = Served.startIn(folder, "clients", clients)) {
            List<Attempt> attempts = attack(served);
            assertThat(attempts.get(0)).isEqualTo(new Attempt(List.of("role"), 0, 1));
            assertThat(attempts.get(1)).isEqualTo(new Attempt(List.of("not-own"), 0, 1));
            Attempt many = attempts.get(2);
            assertThat(many.rules).isNotEmpty().containsOnly("rate");
            assertThat(many.asked + many.rules.size()).isEqualTo(40);
            assertThat(many.refused).isEqualTo(many.rules.size());

            List<String> audit;
            try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
                audit = Files.readAllLines(files.findFirst().orElseThrow());
            }
            assertThat(audit).filteredOn(line -> line.contains("\tvera\t") && line.contains("[role]")).hasSize(1);
            assertThat(audit).filteredOn(line -> line.contains("\ttom\t") && line.contains("[not-own]")).hasSize(1);
            assertThat(audit).filteredOn(line -> line.contains("\trick\t") && line.contains("[rate]"))
                    .hasSize(many.rules.size());
        }
    }
}
