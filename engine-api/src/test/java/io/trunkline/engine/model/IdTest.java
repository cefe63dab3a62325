package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class IdTest {

    @ParameterizedTest
    @CsvSource({"SIM.7, SIM, 7", "RPC.CTP.7, RPC, CTP.7", "CTP.1_-2.. 3, CTP, 1_-2.. 3", "SIM..7, SIM, .7",
        "交易.订单.1, 交易, 订单.1"})
    void splitsAtTheFirstDot(String text, String gateway, String local) {
        Id id = Id.parse(text);

        assertThat(id.gateway()).isEqualTo(gateway);
        assertThat(id.local()).isEqualTo(local);
        assertThat(id).hasToString(text).isEqualTo(Id.of(gateway, local));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "SIM", ".7", "SIM.", ".", ".SIM.7"})
    void refusesATextWithoutSomethingOnBothSides(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Id.parse(text))
                .withMessageContaining("'" + text + "'").withMessageContaining("SIM.7");
    }

    @Test
    void refusesEmptyParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of("", "7"));
        assertThatIllegalArgumentException().isThrownBy(() -> Id.of("SIM", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Id.parse("SIM.7").under(""));
        assertThatNullPointerException().isThrownBy(() -> Id.parse(null)).withMessage("value");
    }

    @Test
    void nestsAndUnnestsWithoutATable() {
        Id onServer = Id.parse("CTP.7.1");
        Id onClient = onServer.under("RPC");
        Id behindRelay = onClient.under("R2");

        assertThat(behindRelay).hasToString("R2.RPC.CTP.7.1");
        assertThat(Id.parse(behindRelay.local())).isEqualTo(onClient);
        assertThat(Id.parse(onClient.local())).isEqualTo(onServer);
    }

    @Test
    void keepsIdsOfTwoAccountsApart() {
        assertThat(Id.of("RPC.CTP1", "7")).isNotEqualTo(Id.of("RPC.CTP2", "7"));
    }

    @Test
    void takesAPathAsGateway() {
        assertThat(Id.of("RPC.CTP", "7")).isEqualTo(Id.parse("RPC.CTP.7"));
    }
}
