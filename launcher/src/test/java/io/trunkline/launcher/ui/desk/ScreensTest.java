package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreensTest {

    private static final List<Rectangle> SCREENS = List.of(
            new Rectangle(0, 0, 1_920, 1_080), new Rectangle(-1_280, 0, 1_280, 1_024));

    @ParameterizedTest
    @CsvSource({
        "100, 100, 700, 300, true", "-1200, 50, 700, 300, true", "1800, 900, 700, 300, true",
        "4000, 100, 700, 300, false", "100, -200, 700, 300, false", "1900, 100, 700, 300, false",
        "100, 100, 0, 300, false", "100, 100, 700, 0, false"})
    void aWindowIsReachableIfItsTitleIsOnAScreen(int x, int y, int width, int height, boolean isReachable) {
        assertThat(Screens.isReachable(new Rectangle(x, y, width, height), SCREENS)).isEqualTo(isReachable);
    }
}
