package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TableTest {

    @Test
    void alignsTextsLeftAndNumbersRight() {
        List<String> lines = new Table(List.of("name", "price")).add(List.of("a", 7.5)).add(List.of("long", 1234.0))
                .lines();

        assertThat(lines).containsExactly(
                "name  price",
                "a       7.5",
                "long   1234");
    }

    @Test
    void countsChineseCharactersAsTwoColumns() {
        List<String> lines = new Table(List.of("name", "x")).add(List.of("苹果", "a")).add(List.of("abcd", "b")).lines();

        assertThat(lines).containsExactly("name  x", "苹果  a", "abcd  b");
    }

    @Test
    void cannotBeForgedByTheTextsInIt() {
        List<String> lines = new Table(List.of("text", "n")).add(List.of(Samples.HOSTILE, 1)).lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("a\\r\\nb\\u001b[2J").doesNotContain("\n", "\r", "\u001b", "\u202e");
    }

    @Test
    void cutsLongTexts() {
        String line = new Table(List.of("text")).add(List.of("苹".repeat(1000))).lines().get(1);

        assertThat(line).endsWith("…");
        assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(60);
    }

    @Test
    void showsNothingForNull() {
        assertThat(new Table(List.of("a", "b")).add(Arrays.asList(null, "x")).lines().get(1)).isEqualTo("   x");
    }

    @Test
    void showsTheHeadingsIfThereAreNoRows() {
        assertThat(new Table(List.of("a", "b")).lines()).containsExactly("a  b");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = new Table(List.of("a", "b"));

        assertThatThrownBy(() -> table.add(List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
