package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ComparisonTest {

    private static final List<String> BOOKS = List.of("CONTRACT c1", "CONTRACT c2", "ORDER o1", "TRADE t1");
    private static final Map<String, String> FIGURES =
            Map.of("ticks", "10", "checksum", "ab", "conflated", "0", "gaps", "0");

    @Test
    void findsEqualBooksEqual() {
        Comparison comparison = compare(BOOKS, FIGURES);

        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.table()).contains(
                "                 server  demo-1  equal",
                "contracts             2       2  yes",
                "ticks                10      10  yes",
                "ticks conflated               0  yes");
    }

    @Test
    void findsAMissingRecord() {
        Comparison comparison = compare(BOOKS.subList(0, 3), FIGURES);

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.table()).contains("trades                1       0  NO");
        assertThat(comparison.differences()).containsExactly("only server, but not demo-1: TRADE t1");
    }

    @Test
    void findsAChangedRecord() {
        Comparison comparison = compare(List.of("CONTRACT c1", "CONTRACT c2", "ORDER o1!", "TRADE t1"), FIGURES);

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.differences())
                .containsExactly("only demo-1: ORDER o1!", "only server, but not demo-1: ORDER o1");
    }

    @Test
    void findsMissingTicksAndOnesWithOtherContents() {
        assertThat(compare(BOOKS, with("ticks", "9")).isEqual()).isFalse();
        assertThat(compare(BOOKS, with("checksum", "cd")).isEqual()).isFalse();
    }

    @Test
    void countsConflatedTicksAsAccountedFor() {
        Map<String, String> figures = with("ticks", "9");
        figures.put("conflated", "1");
        figures.put("checksum", "cd");

        assertThat(compare(BOOKS, figures).isEqual()).isTrue();
    }

    @Test
    void toleratesNoFaultOfTheStream() {
        assertThat(compare(BOOKS, with("gaps", "1")).isEqual()).isFalse();
        assertThat(compare(BOOKS, with("differed", "1")).isEqual()).isFalse();
        assertThat(compare(BOOKS, with("duplicates", "1")).isEqual()).isFalse();
        assertThat(compare(BOOKS, with("lost", "1")).isEqual()).isFalse();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> figures = new HashMap<>(FIGURES);
        figures.put(name, value);
        return figures;
    }

    private static Comparison compare(List<String> records, Map<String, String> figures) {
        return new Comparison(new Party("server", BOOKS, FIGURES), List.of(new Party("demo-1", records, figures)));
    }
}
