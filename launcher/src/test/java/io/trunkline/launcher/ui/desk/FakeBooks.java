package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.launcher.Partial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Books with contracts only. */
public final class FakeBooks {

    private final List<Contract> contracts;

    FakeBooks(String... instruments) {
        contracts = Stream.of(instruments).map(text -> Contract.builder().gateway("SIM")
                .instrument(InstrumentId.parse(text)).product(Product.FUTURES).priceTick(1).build()).toList();
    }

    Books books() {
        return Partial.of(Books.class, this);
    }

    public List<Contract> contracts() {
        return contracts;
    }

    public Optional<Contract> contract(InstrumentId instrument) {
        return contracts.stream().filter(contract -> contract.instrument().equals(instrument)).findFirst();
    }

    public Optional<Contract> contract(String gateway, InstrumentId instrument) {
        return contract(instrument);
    }
}
