package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.text.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CanonTest {

    private final Order order = Samples.order("odd\ntext").at("SIM");
    private final Trade trade = Samples.trade("r").at("SIM");
    private final Account account = Account.of("SIM", "a.b", 0.1 + 0.2, -0.0);
    private final Position position = new Position("SIM", Samples.APPLE, Direction.LONG, 1, 0, 2, 3, 0);

    @Test
    void writesAClientsBooksAsTheServerKnowsThem() {
        Snapshot atServer = books(order, trade, account, position);
        Snapshot atClient = books(
                order.at("RPC.SIM"), trade.at("RPC.SIM"), account.at("RPC.SIM"), position.at("RPC.SIM"));

        assertThat(Canon.lines(atClient, true)).isEqualTo(Canon.lines(atServer, false)).hasSize(4);
        assertThat(Canon.lines(atClient, false)).isNotEqualTo(Canon.lines(atServer, false));
    }

    @Test
    void showsTheSmallestDifference() {
        Account other = Account.of("SIM", "a.b", 0.3, -0.0);

        assertThat(Canon.lines(books(order, trade, other, position), false))
                .isNotEqualTo(Canon.lines(books(order, trade, account, position), false));
    }

    @Test
    void writesOneLineARecord() {
        assertThat(Canon.lines(books(order, trade, account, position), false)).noneMatch(line -> line.contains("\n"))
                .anyMatch(line -> line.startsWith("ORDER ") && line.contains("odd\\ntext"));
    }

    private static Snapshot books(Order order, Trade trade, Account account, Position position) {
        return new Snapshot(List.of(), List.of(account), List.of(position), List.of(order), List.of(trade), List.of(),
                List.of(), List.of());
    }
}
