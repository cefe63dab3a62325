package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NamesTest {

    private static final List<String> KNOWN = List.of("CTP", "RPC", "SIM");

    @Test
    void proposesTheNameThatIsMeant() {
        assertThat(Names.unknown("gateway", "SMI", KNOWN))
                .isEqualTo("no gateway is called 'SMI'; did you mean SIM? There is CTP, RPC, SIM");
    }

    @Test
    void findsANameInTheOtherCase() {
        assertThat(Names.unknown("gateway", "rpc", KNOWN)).contains("did you mean RPC?");
    }

    @Test
    void proposesNothingFarFetched() {
        assertThat(Names.unknown("gateway", "BINANCE", KNOWN))
                .isEqualTo("no gateway is called 'BINANCE'; there is CTP, RPC, SIM");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(Names.unknown("app", "X", List.of())).isEqualTo("no app is called 'X'; there is none");
    }

    @Test
    void showsNoControlCharactersOfTheName() {
        assertThat(Names.unknown("app", "a\nb", List.of())).contains("a\\nb");
    }
}
