package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Plugin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FiguresTest {

    private final Plugin plugin = new Plugin() {
        @Override
        public String name() {
            return "RPC";
        }

        @Override
        public List<Monitor> monitors() {
            return List.of(new Monitor("stream", List.of("figure", "value"),
                    () -> List.of(List.of("gaps", 3L), List.of("lost", "4"), List.of("state", "fine"))));
        }

        @Override
        public void close() {}
    };

    @Test
    void readsNumbersHoweverTheyAreGiven() {
        Figures figures = Figures.of(plugin, "stream");

        assertThat(figures.number("gaps")).isEqualTo(3);
        assertThat(figures.number("lost")).isEqualTo(4);
        assertThat(figures.text("state")).isEqualTo("fine");
    }

    @Test
    void isZeroOrEmptyForWhatIsNotThere() {
        assertThat(Figures.of(plugin, "stream").number("duplicates")).isZero();
        assertThat(Figures.of(plugin, "stream").number("state")).isZero();
        assertThat(Figures.of(plugin, "other").text("state")).isEmpty();
    }
}
