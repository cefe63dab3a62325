package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AccountTest {

    @Test
    void hasAvailableWhatIsNotFrozen() {
        assertThat(Account.of("SIM", "0.88", 100, 30)).isEqualTo(new Account(Id.parse("SIM.0.88"), "SIM", 100, 30, 70));
    }

    @Test
    void mayHaveAnAvailableFigureOfTheGatewaysOwn() {
        assertThat(Samples.ACCOUNT.at("RPC.SIM")).isEqualTo(new Account(Id.parse("RPC.SIM.0.88"), "RPC.SIM", 1, 2, 3));
    }

    @Test
    void isKeyedByItsId() {
        assertThat(Samples.ACCOUNT.key()).isEqualTo(Samples.ACCOUNT.id());
    }
}
