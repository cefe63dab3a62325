package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class InstrumentIdTest {

    @ParameterizedTest
    @CsvSource({"rb2610.SHFE, rb2610, SHFE", "a.b.SHFE, a.b, SHFE", "FDAX.EUX, FDAX, EUREX", "BRK.B.NYSE, BRK.B, NYSE",
        "..LOCAL, ., LOCAL"})
    void splitsAtTheLastDot(String text, String symbol, Exchange exchange) {
        InstrumentId id = InstrumentId.parse(text);

        assertThat(id).isEqualTo(new InstrumentId(symbol, exchange)).hasToString(text);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackOnEveryExchange(Exchange exchange) {
        InstrumentId id = new InstrumentId("x.1", exchange);

        assertThat(InstrumentId.parse(id.toString())).isEqualTo(id).hasSameHashCodeAs(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rb2610", "", ".SHFE", "  .SHFE", "rb2610.", "rb2610.XYZ", "rb2610.shfe", "FDAX.EUREX"})
    void refusesATextWithoutSymbolOrKnownExchange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentId.parse(text));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentId.parse("rb2610"))
                .withMessageContaining("rb2610").withMessageContaining("symbol.EXCHANGE");
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentId.parse("rb2610.XYZ"))
                .withMessageContaining("XYZ");
    }

    @Test
    void refusesControlCharactersAndNull() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstrumentId("rb\n2610", Exchange.SHFE));
        assertThatNullPointerException().isThrownBy(() -> new InstrumentId(null, Exchange.SHFE)).withMessage("symbol");
        assertThatNullPointerException().isThrownBy(() -> new InstrumentId("rb", null)).withMessage("exchange");
    }
}
