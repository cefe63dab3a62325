package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class GatewayPathTest {

    @ParameterizedTest
    @CsvSource({"SIM, SIM, ''", "RPC.CTP, RPC, CTP", "R2.RPC.CTP, R2, RPC.CTP"})
    void takesAPathApartAndJoinsIt(String path, String first, String rest) {
        assertThat(GatewayPath.first(path)).isEqualTo(first);
        assertThat(GatewayPath.rest(path)).isEqualTo(rest);
        assertThat(GatewayPath.join(first, rest)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"RPC, RPC, true", "RPC.CTP, RPC, true", "RPC.CTP.7, RPC.CTP, true", "RPC2.CTP, RPC, false",
        "RPC, RPC.CTP, false", "RPC.CTP2, RPC.CTP, false", "SIM, RPC, false"})
    void tellsWhatLiesUnderAPath(String path, String root, boolean under) {
        assertThat(GatewayPath.isUnder(path, root)).isEqualTo(under);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIM", "CTP-2", "my_gateway", "7", "模拟"})
    void acceptsLettersDigitsAndDashes(String name) {
        assertThat(GatewayPath.checkName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "RPC.CTP", "a b", "a/b", "..", "a\n", "a=b"})
    void refusesOtherNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayPath.checkName(name))
                .withMessageContaining("'" + name + "'").withMessageContaining("no dot");
    }

    @Test
    void boundsTheLengthOfANameAt64() {
        assertThat(GatewayPath.checkName("x".repeat(64))).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayPath.checkName("x".repeat(65)));
    }
}
