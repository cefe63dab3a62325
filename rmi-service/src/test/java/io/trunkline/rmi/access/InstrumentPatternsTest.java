package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "rb2610.SHFE, rb2610.SHFE, true", "rb2610.SHFE, rb2611.SHFE, false", "*, sp.c.DCE, true",
        "rb*.SHFE, rb2610.SHFE, true", "rb*.SHFE, arb2610.SHFE, false", "rb*.SHFE, rb2610.DCE, false",
        "*.DCE, sp.c.26.DCE, true", "s*c*.DCE, sp.c.26.DCE, true", "**, x.DCE, true", "*a*b*.DCE, xxbxxa.DCE, false",
        "rb26?0.SHFE, rb2610.SHFE, false", "r.2610.SHFE, rb2610.SHFE, false",
    })
    void aStarStandsForAnyCharactersAndNothingElseIsSpecial(String pattern, String instrument, boolean isIncluded) {
        assertThat(InstrumentPatterns.parse(pattern).include(InstrumentId.parse(instrument))).isEqualTo(isIncluded);
    }

    @Test
    void theOrderOfPatternsDoesNotMatter() {
        assertThat(InstrumentPatterns.parse("a*.DCE, b*.DCE")).isEqualTo(InstrumentPatterns.parse("b*.DCE,a*.DCE,"));
    }

    @Test
    void noPatternTakesLong() {
        InstrumentPatterns patterns = new InstrumentPatterns(List.of("*a".repeat(200) + "b"));
        InstrumentId instrument = InstrumentId.parse("a".repeat(2000) + ".DCE");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () ->
                assertThat(patterns.include(instrument)).isFalse());
    }
}
