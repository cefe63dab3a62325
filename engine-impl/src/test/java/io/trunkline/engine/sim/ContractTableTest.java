package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ContractTableTest {

    private final ContractTable table = new ContractTable();

    private static Contract contract(String id, double size) {
        return Contract.builder().gateway("SIM").instrument(InstrumentId.parse(id)).product(Product.FUTURES).size(size)
                .priceTick(1).build();
    }

    @Test
    void findsBySymbolAndByExchange() {
        table.add(contract("a.SHFE", 1));

        assertThat(table.find("a", "").size()).isEqualTo(1);
        assertThat(table.find("a", "SHFE").size()).isEqualTo(1);
        assertThat(table.find("a", "DCE")).isNull();
        assertThat(table.find("b", "")).isNull();
    }

    @Test
    void aSymbolOfTwoExchangesNeedsTheExchange() {
        table.add(contract("a.SHFE", 1));
        table.add(contract("a.DCE", 2));
        table.add(contract("a.DCE", 3));

        assertThat(table.find("a", "")).isNull();
        assertThat(table.find("a", "DCE").size()).isEqualTo(3);
        assertThatThrownBy(() -> table.require("a", "", "f line 2"))
                .hasMessageStartingWith("f line 2: several exchanges list a and the row names none");
    }

    @Test
    void aLaterContractReplacesTheSameOne() {
        table.add(contract("a.SHFE", 1));
        table.add(contract("a.SHFE", 2));

        assertThat(table.find("a", "").size()).isEqualTo(2);
        assertThat(table.all()).hasSize(1);
    }
}
