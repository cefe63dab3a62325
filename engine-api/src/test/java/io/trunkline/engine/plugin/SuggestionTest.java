package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class SuggestionTest {

    private static final List<String> KNOWN = List.of("speed", "data", "RpcService", "maxBacklog");

    @ParameterizedTest
    @ValueSource(strings = {"sped", "speeed", "spead", "spede", "speeds", "SPEED", "peed"})
    void findsAWordTwoEditsAway(String word) {
        assertThat(Suggestion.nearest(word, KNOWN)).contains("speed");
    }

    @Test
    void givesTheKnownWordInItsOwnCase() {
        assertThat(Suggestion.nearest("rpcservcie", KNOWN)).contains("RpcService");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spxxxd", "speedometer", "velocity", ""})
    void saysNothingOfAWordThatIsFurtherAway(String word) {
        assertThat(Suggestion.nearest(word, KNOWN)).isEmpty();
    }

    @Test
    void saysNothingIfHalfTheWordWouldHaveToChange() {
        assertThat(Suggestion.nearest("dx", List.of("da"))).isEmpty();
        assertThat(Suggestion.nearest("daxx", List.of("data"))).isEmpty();
        assertThat(Suggestion.nearest("daxxa", List.of("datta"))).contains("datta");
    }

    @Test
    void countsASwapAsOneChange() {
        assertThat(Suggestion.nearest("ab1", List.of("ba1"))).contains("ba1");
    }

    @Test
    void findsAWordByItsBeginning() {
        assertThat(Suggestion.nearest("max", KNOWN)).contains("maxBacklog");
        assertThat(Suggestion.nearest("m", KNOWN)).isEmpty();
    }

    @Test
    void prefersTheNearest() {
        assertThat(Suggestion.nearest("SIM2", List.of("SIM33", "SIM21", "SIM1"))).contains("SIM21");
    }

    @Test
    void prefersTheFirstOfEquallyNearOnes() {
        assertThat(Suggestion.nearest("port", List.of("part", "pore"))).contains("part");
        assertThat(Suggestion.nearest("port", List.of("pore", "part"))).contains("pore");
    }

    @Test
    void findsNothingAmongNone() {
        assertThat(Suggestion.nearest("speed", List.of())).isEmpty();
    }
}
