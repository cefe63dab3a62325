package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all records that an engine keeps have in common. */
@Timeout(10)
class StateRecordTest {

    static final List<StateRecord> RECORDS = Samples.RECORDS;

    @ParameterizedTest
    @FieldSource("RECORDS")
    void hasAnIdUnderItsGateway(StateRecord record) {
        assertThat(record.gateway()).isEqualTo("SIM");
        assertThat(record.id().gateway()).isEqualTo("SIM");
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void movesWithItsIdToEveryPath(StateRecord record) {
        StateRecord onClient = record.at("RPC.SIM");
        StateRecord behindRelay = onClient.at("R2.RPC.SIM");

        assertThat(onClient.gateway()).isEqualTo("RPC.SIM");
        assertThat(onClient.id()).isEqualTo(record.id().under("RPC"));
        assertThat(behindRelay.gateway()).isEqualTo("R2.RPC.SIM");
        assertThat(behindRelay.id()).isEqualTo(record.id().under("RPC").under("R2"));
        assertThat(behindRelay.at("SIM")).isEqualTo(record);
    }

    @Test
    void keepsTheDotsOfItsOwnId() {
        assertThat(Samples.ORDER.at("R2.RPC.SIM").id()).hasToString("R2.RPC.SIM.a.1");
        assertThat(Samples.TRADE.at("RPC.SIM").orderId()).hasToString("RPC.SIM.a.1");
        assertThat(Samples.POSITION.at("RPC.SIM").id()).hasToString("RPC.SIM.rb2610.SHFE.LONG");
        assertThat(Samples.CONTRACT.at("RPC.SIM").id()).hasToString("RPC.SIM.rb2610.SHFE");
    }

    @Test
    void movesEvenIfItsIdRepeatsTheGatewaysName() {
        Account account = Account.of("SIM", "SIM.SIM", 1, 0);

        assertThat(account.at("RPC.SIM").id()).hasToString("RPC.SIM.SIM.SIM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SI", "SIM2", "CTP", "SIM.a.1", "RPC.SIM"})
    void refusesAnIdOfAnotherGateway(String gateway) {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.ORDER.toBuilder().gateway(gateway).build())
                .withMessage("id SIM.a.1 is not of gateway " + gateway);
    }

    @Test
    void namesTheIdThatIsOfAnotherGateway() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.TRADE.toBuilder().orderId(Id.parse("CTP.9")).build())
                .withMessage("orderId CTP.9 is not of gateway SIM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".SIM", "SIM."})
    void refusesAGatewayThatIsNoPath(String gateway) {
        for (StateRecord record : RECORDS) {
            assertThatIllegalArgumentException().as(record.toString()).isThrownBy(() -> record.at(gateway));
        }
    }
}
