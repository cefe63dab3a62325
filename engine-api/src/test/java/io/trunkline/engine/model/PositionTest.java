package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class PositionTest {

    @ParameterizedTest
    @CsvSource({"SIM, LONG, SIM.rb2610.SHFE.LONG", "SIM, SHORT, SIM.rb2610.SHFE.SHORT",
        "RPC.CTP, NET, RPC.CTP.rb2610.SHFE.NET"})
    void hasAnIdWithAStableTokenForItsSide(String gateway, Direction direction, String id) {
        Position position = new Position(gateway, Samples.RB, direction, 1, 0, 0, 0, 0);

        assertThat(position.id()).hasToString(id).isEqualTo(Position.idOf(gateway, Samples.RB, direction));
    }

    @Test
    void isKeyedByItsInstrument() {
        assertThat(Samples.POSITION.key()).isEqualTo(Samples.RB);
    }

    @Test
    void keepsItsFiguresWhenItMoves() {
        assertThat(Samples.POSITION.at("RPC.SIM"))
                .isEqualTo(new Position("RPC.SIM", Samples.RB, Direction.LONG, 1, 2, 3, 4, 5));
    }
}
