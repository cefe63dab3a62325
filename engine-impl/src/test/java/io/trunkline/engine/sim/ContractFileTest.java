package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ContractFileTest {

    private static List<Contract> read(String text) throws RecordingException {
        return ContractFile.read(Rows.data(text), "SIM");
    }

    @Test
    void readsAllColumnsInAnyOrder() throws Exception {
        List<Contract> contracts = read("name,symbol,exchange,product,size,pricetick,min_volume,max_volume,"
                + "stop_supported,net_position\n\"铜,2012\",cu2012,SHFE,FUTURES,5,10,2,500,false,true\n");

        assertThat(contracts).containsExactly(Contract.builder().gateway("SIM")
                .instrument(InstrumentId.parse("cu2012.SHFE"))
                .name("铜,2012").product(Product.FUTURES).size(5).priceTick(10).minVolume(2).maxVolume(500)
                .stopSupported(false).netPosition(true).build());
    }

    @Test
    void fourColumnsAreEnough() throws Exception {
        assertThat(read("symbol,exchange,size,pricetick\ncu2012,SHFE,5,10\n")).containsExactly(Contract.builder()
                .gateway("SIM").instrument(InstrumentId.parse("cu2012.SHFE")).product(Product.FUTURES).size(5)
                .priceTick(10)
                .minVolume(1).stopSupported(true).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "cu2012,XX,5,10    | test.csv line 2: unknown exchange: XX",
            "cu2012,SHFE,0,10  | test.csv line 2: size must be above zero: 0.0",
            "cu2012,SHFE,5,    | test.csv line 2: priceTick must be above zero: 0.0",
            "cu2012,SHFE,abc,1 | test.csv line 2: 'abc' is not a number",
            "cu2012,SHFE       | test.csv line 2: it has 2 fields",
            ",SHFE,5,10        | test.csv line 2: symbol is blank",
    })
    void aBadLineIsNamed(String line, String message) {
        assertThatThrownBy(() -> read("symbol,exchange,size,pricetick\n" + line + "\n"))
                .isInstanceOf(RecordingException.class).hasMessageStartingWith(message)
                .hasMessageEndingWith("; correct the line of the contract list");
    }

    @Test
    void otherColumnsAndMissingOnesAreNamed() {
        assertThatThrownBy(() -> read("symbol,exchange,size,pricetick,colour\n"))
                .hasMessageContaining("unknown columns [colour]");
        assertThatThrownBy(() -> read("symbol,size\n")).hasMessageContaining("exchange, pricetick are missing");
        assertThatThrownBy(() -> read("symbol,exchange,size,pricetick,net_position\na,SHFE,1,1,perhaps\n"))
                .hasMessageContaining("net_position is 'perhaps', not true or false");
    }
}
