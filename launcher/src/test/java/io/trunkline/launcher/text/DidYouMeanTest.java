package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DidYouMeanTest {

    private static final List<String> COMMANDS = List.of("server", "client", "order", "cancel", "query", "demo");

    @Test
    void listsWhatThereIsIfNothingIsNear() {
        assertThat(DidYouMean.hint("xyzzy", List.of("b", "a"))).isEqualTo("; there are a, b");
        assertThat(DidYouMean.hint("sever", COMMANDS)).isEqualTo("; did you mean server?");
        assertThat(DidYouMean.hint("x", List.of())).isEmpty();
    }
}
