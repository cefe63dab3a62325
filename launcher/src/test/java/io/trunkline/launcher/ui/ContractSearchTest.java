package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.OptionType;
import io.trunkline.engine.model.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractSearchTest {

    private static final List<Contract> CONTRACTS = List.of(
            contract("ru1901.SHFE", "Rubber").build(), contract("AP010.CZCE", "苹果010").build(),
            contract("AP010C7000.CZCE", "").product(Product.OPTION)
                    .option(new OptionTerms(7000, "AP010.CZCE", OptionType.CALL, null, null, "AP", "7000")).build());

    private static Contract.Builder contract(String id, String name) {
        return Contract.builder().gateway("SIM").instrument(InstrumentId.parse(id)).name(name)
                .product(Product.FUTURES).priceTick(1);
    }

    @Test
    void allAreFoundByNothingInOrderOfTheirIds() {
        assertThat(ContractSearch.rows(CONTRACTS, " ")).extracting(row -> row.get(0))
                .containsExactly("AP010.CZCE", "AP010C7000.CZCE", "ru1901.SHFE");
    }

    @Test
    void aPartOfTheIdOrTheNameIsEnough() {
        assertThat(ContractSearch.rows(CONTRACTS, "RU19")).hasSize(1);
        assertThat(ContractSearch.rows(CONTRACTS, "苹果")).extracting(row -> row.get(0)).containsExactly("AP010.CZCE");
        assertThat(ContractSearch.rows(CONTRACTS, "zinc")).isEmpty();
    }

    @Test
    void anOptionShowsItsTerms() {
        assertThat(ContractSearch.rows(CONTRACTS, "C7000").get(0)).contains("AP", 7000.0, OptionType.CALL)
                .hasSameSizeAs(ContractSearch.rows(CONTRACTS, "ru").get(0));
    }
}
