package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DidYouMeanTest {

    private static final List<String> COMMANDS = List.of("server", "client", "order", "cancel", "query", "demo");

    @Test
    void findsMistypedWords() {
        assertThat(DidYouMean.nearest("sever", COMMANDS)).contains("server");
        assertThat(DidYouMean.nearest("ordre", COMMANDS)).contains("order");
        assertThat(DidYouMean.nearest("CANCLE", COMMANDS)).contains("cancel");
        assertThat(DidYouMean.nearest("dem", COMMANDS)).contains("demo");
        assertThat(DidYouMean.nearest("sim", List.of("SIM", "RPC"))).contains("SIM");
    }

    @Test
    void findsWordsByTheirBeginning() {
        assertThat(DidYouMean.nearest("qu", COMMANDS)).contains("query");
    }

    @Test
    void guessesNothingForStrangeWords() {
        assertThat(DidYouMean.nearest("xyzzy", COMMANDS)).isEmpty();
        assertThat(DidYouMean.nearest("x", COMMANDS)).isEmpty();
        assertThat(DidYouMean.nearest("", COMMANDS)).isEmpty();
    }

    @Test
    void listsWhatThereIsIfNothingIsNear() {
        assertThat(DidYouMean.hint("xyzzy", List.of("b", "a"))).isEqualTo("; there are a, b");
        assertThat(DidYouMean.hint("sever", COMMANDS)).isEqualTo("; did you mean server?");
        assertThat(DidYouMean.hint("x", List.of())).isEmpty();
    }

    @Test
    void countsSwapsAsOneStep() {
        assertThat(DidYouMean.distance("ordre", "order")).isEqualTo(1);
        assertThat(DidYouMean.distance("", "abc")).isEqualTo(3);
        assertThat(DidYouMean.distance("kitten", "sitting")).isEqualTo(3);
    }
}
