package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.accepted;
import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class StateRuleTest {

    private final Rig rig = Rig.started(Map.of());

    @AfterEach
    void close() {
        rig.close();
    }

    private Outcome sell(Offset offset, double volume) {
        return rig.of("alice").sendOrder(OrderRequest.limit("X", Rig.RB, Direction.SHORT, offset, volume, 3000));
    }

    @Test
    void takesNoOrdersAndQuotesWhileEverythingIsHalted() {
        assertThat(rig.set("all", "", "HALTED")).isEqualTo("everything is HALTED (was ACTIVE)");
        String message = "everything is HALTED since 2026-11-23T04:00:00Z by the test: no orders and quotes are taken,"
                + " only cancels";
        assertRefused(rig.buy("alice", 1), "halted", message);
        assertRefused(rig.buy("", 1), "halted", message);
        assertRefused(rig.of("alice").sendQuote(Rig.quote(1)), "halted", message);
        assertRefused(sell(Offset.CLOSE, 1), "halted", message);

        assertThat(rig.set("all", "", "ACTIVE")).isEqualTo("everything is ACTIVE (was HALTED)");
        assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
    }

    @Test
    void letsCancelsPassWhileEverythingIsHalted() {
        Id order = accepted(rig.buy("alice", 1));
        Id quote = accepted(rig.of("alice").sendQuote(Rig.quote(1)));
        rig.set("all", "", "HALTED");

        assertThat(rig.of("alice").cancelOrder(CancelRequest.of(order)).isAccepted()).isTrue();
        assertThat(rig.of("alice").cancelQuote(CancelQuoteRequest.of(quote)).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"client,alice", "contract,rb2610.SHFE", "gateway,X"})
    void holdsForOneClientContractOrGateway(String scope, String name) {
        rig.set(scope, name, "HALTED");
        assertThat(Rig.why(rig.buy("alice", 1)).message()).startsWith(scope + " " + name + " is HALTED since");
    }

    @ParameterizedTest
    @CsvSource({"client,bob", "contract,hc2610.SHFE", "gateway,X.Y", "gateway,XY", "client,local"})
    void doesNotHoldForOthers(String scope, String name) {
        rig.set(scope, name, "HALTED");
        assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
    }

    @Test
    void holdsForWhateverIsBehindAGateway() {
        assertThat(Scope.GATEWAY.holdsFor("RPC", "alice", "RPC.CTP", Rig.RB)).isTrue();
        assertThat(Scope.GATEWAY.holdsFor("RPC.CTP", "alice", "RPC.CTP2", Rig.RB)).isFalse();
    }

    @Test
    void appliesTheStrictest() {
        rig.set("client", "alice", "REDUCE_ONLY");
        rig.set("gateway", "X", "HALTED");
        assertThat(Rig.why(sell(Offset.CLOSE, 1)).rule()).isEqualTo("halted");
        rig.set("gateway", "X", "ACTIVE");
        assertThat(sell(Offset.CLOSE, 1).isAccepted()).isTrue();
        assertThat(Rig.why(sell(Offset.OPEN, 1)).rule()).isEqualTo("reduce-only");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "CLOSETODAY", "CLOSEYESTERDAY"})
    void takesOrdersThatCloseWhileReduceOnly(Offset offset) {
        rig.set("all", "", "REDUCE_ONLY");
        assertThat(sell(offset, 1).isAccepted()).isTrue();
        assertRefused(sell(Offset.OPEN, 1), "reduce-only", "everything is REDUCE_ONLY since 2026-11-23T04:00:00Z by"
                + " the test: only orders that close are taken, and the offset of this one is OPEN");
        assertThat(Rig.why(rig.of("alice").sendQuote(Rig.quote(1))).rule()).isEqualTo("reduce-only");
    }

    @Test
    void takesOnlyWhatIsLeftToReduceOfANetPosition() {
        rig.publish(Rig.contract(Rig.RB).netPosition(true).build());
        rig.publish(new Position("X", Rig.RB, Direction.NET, 5, 0, 3000, 0, 0));
        rig.set("all", "", "REDUCE_ONLY");

        assertThat(Rig.why(rig.of("alice").sendOrder(
                OrderRequest.limit("X", Rig.RB, Direction.LONG, Offset.CLOSE, 1, 3000))).rule())
                .as("buying adds to a long position, whatever the offset says").isEqualTo("reduce-only");
        assertThat(Rig.why(sell(Offset.NONE, 6)).message()).endsWith("only orders that reduce the position are taken,"
                + " which is 5, and this one is SHORT 6");
        Id first = accepted(sell(Offset.NONE, 3));
        assertThat(Rig.why(sell(Offset.NONE, 3)).message()).endsWith("which is 5 with 3 in orders already, and this"
                + " one is SHORT 3");
        assertThat(sell(Offset.NONE, 2).isAccepted()).isTrue();
        rig.ended(first, Status.CANCELLED);
        assertThat(sell(Offset.NONE, 3).isAccepted()).isTrue();
    }

    @Test
    void listsWhatIsNotActive() {
        rig.set("client", "alice", "HALTED");
        rig.set("contract", "rb2610.SHFE", "REDUCE_ONLY");
        rig.set("client", "bob", "HALTED");
        rig.set("client", "bob", "ACTIVE");

        assertThat(rig.table("states")).containsExactly(
                List.of("client", "alice", "HALTED", Rig.NOON, "the test"),
                List.of("contract", "rb2610.SHFE", "REDUCE_ONLY", Rig.NOON, "the test"));
        assertThat(rig.desk.status()).isEqualTo("client alice HALTED, contract rb2610.SHFE REDUCE_ONLY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "all|alice|HALTED|all has no name, and this is 'alice'",
            "client||HALTED|a client needs a name, such as alice",
            "contract|rb2610|HALTED|no exchange in instrument id: rb2610",
            "gateway|.X|HALTED|'.X' is no path of a gateway; write SIM or RPC.CTP",
            "all||STOPPED|'STOPPED' is not one of ACTIVE, REDUCE_ONLY, HALTED",
            "all|||setting state: one of ACTIVE, REDUCE_ONLY, HALTED is needed"})
    void refusesToSwitchWhatThereCannotBe(String scope, String name, String state, String message) {
        assertThatThrownBy(() -> rig.set(scope, name == null ? "" : name, state == null ? "" : state))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
        assertThat(rig.table("states")).isEmpty();
    }

    @Test
    void proposesWhoTradesWhatIsTradedAndWhereItIsListedForTheScopeThatWasChosen() {
        assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        rig.set("client", "zoe", "HALTED");
        SettingDescriptor name = rig.desk.actions().get(0).parameters().get(1);

        assertThat(name.proposals().key()).isEqualTo("scope");
        assertThat(name.proposals().at("client")).containsExactly("zoe", "alice", "local");
        assertThat(name.proposals().at("contract")).containsExactly("rb2610.SHFE");
        assertThat(name.proposals().at("gateway")).contains("X");
        assertThat(name.proposals().at("all")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "client|alcie|; no order of a client alcie was taken today", "client|alice|",
            "contract|rb2160.SHFE|; no gateway lists rb2160.SHFE at present", "contract|rb2610.SHFE|",
            "gateway|CPT|; there is no gateway CPT at present, only X", "gateway|X|"})
    void saysOfANameThatItMayBeASlip(String scope, String name, String doubt) {
        rig.buy("alice", 1);
        assertThat(rig.set(scope, name, "HALTED"))
                .isEqualTo(scope + " " + name + " is HALTED (was ACTIVE)" + (doubt == null ? "" : doubt));
    }
}
