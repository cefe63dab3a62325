package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class DepthPanelTest {

    private static final Tick BEST = tick(Depth.of(999, 10, 1001, 20));
    private static final Tick TWO = tick(Depth.ofLevels(999, 10, 1001, 20, 998, 30, 1002, 40));

    private final DepthPanel panel = new DepthPanel(Texts.of(Locale.ENGLISH), price -> { });

    @Test
    void thereAreRowsForTheLevelsThatTheContractHad() {
        panel.show(BEST, 0);
        assertThat(shown()).startsWith("Ask 1", "1001", "20", "Last").endsWith("Bid 1", "999", "10").hasSize(9);

        panel.show(TWO, 0);
        assertThat(shown()).startsWith("Ask 2", "1002", "40", "Ask 1").endsWith("Bid 2", "998", "30").hasSize(15);
    }

    @Test
    void rowsDoNotJumpWhenALevelIsGoneForAMoment() {
        panel.show(TWO, 0);
        panel.show(BEST, 0);

        assertThat(shown()).startsWith("Ask 2", "", "", "Ask 1", "1001").hasSize(15);
    }

    @Test
    void anotherContractBeginsWithTheBestLevel() {
        panel.show(TWO, 0);
        panel.clear();

        assertThat(shown()).startsWith("Ask 1", "", "").hasSize(9);
    }

    private List<String> shown() {
        return Stream.of(panel.component().getComponents()).map(each -> ((JLabel) each).getText()).toList();
    }

    private static Tick tick(Depth depth) {
        return Tick.builder().gateway("SIM").instrument(Samples.APPLE).time(Instant.EPOCH).lastPrice(1000)
                .depth(depth).build();
    }
}
