package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class ContractTest {

    @Test
    void isBuiltFromEveryComponent() {
        Contract built = Contract.builder().gateway("SIM").instrument(Samples.RB).name("name").product(Product.OPTION)
                .size(1).priceTick(2).minVolume(3).maxVolume(4).stopSupported(true).netPosition(false).historyData(true)
                .option(Samples.TERMS).build();

        assertThat(built).isEqualTo(Samples.CONTRACT).hasSameHashCodeAs(Samples.CONTRACT);
        assertThat(Samples.CONTRACT.toBuilder().build()).isEqualTo(Samples.CONTRACT);
    }

    @Test
    void keepsItsThreeFlagsApart() {
        Contract plain = Samples.CONTRACT.toBuilder().stopSupported(false).historyData(false).build();

        assertThat(plain.toBuilder().stopSupported(true).build()).matches(Contract::stopSupported)
                .matches(contract -> !contract.netPosition() && !contract.historyData());
        assertThat(plain.toBuilder().netPosition(true).build()).matches(Contract::netPosition)
                .matches(contract -> !contract.stopSupported() && !contract.historyData());
        assertThat(plain.toBuilder().historyData(true).build()).matches(Contract::historyData)
                .matches(contract -> !contract.stopSupported() && !contract.netPosition());
    }

    @Test
    void isOneUnitALotWithoutLimitUnlessSaidOtherwise() {
        Contract built = Contract.builder().gateway("SIM").instrument(Samples.RB).product(Product.FUTURES)
                .priceTick(0.2).build();

        assertThat(built).isEqualTo(new Contract("SIM", Samples.RB, "", Product.FUTURES, 1, 0.2, 1, 0, false, false,
                false, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1})
    void refusesASizeOrPriceTickThatIsNotAboveZero(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.CONTRACT.toBuilder().size(bad).build())
                .withMessage("size must be above zero: " + bad);
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.CONTRACT.toBuilder().priceTick(bad).build())
                .withMessage("priceTick must be above zero: " + bad);
    }

    @Test
    void refusesNegativeVolumes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.CONTRACT.toBuilder().minVolume(-1).build())
                .withMessage("minVolume must not be negative: -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.CONTRACT.toBuilder().maxVolume(-1).build())
                .withMessage("maxVolume must not be negative: -1.0");
    }

    @Test
    void isKeyedByItsInstrument() {
        assertThat(Samples.CONTRACT.key()).isEqualTo(Samples.RB);
        assertThat(Samples.CONTRACT.id()).hasToString("SIM.rb2610.SHFE");
    }
}
