package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ProgressTest {

    @Test
    void showsRatePricesAndWhatEachClientDid() {
        String line = new Progress().line(
                new TreeMap<>(Map.of("ticks", "0", "price:AP010.CZCE", "6840.0", "price:AP101.CZCE", "7000.5")),
                List.of("demo-1", "demo-2"),
                List.of(Map.of("orders", "3", "fills", "2", "books", "equal"),
                        Map.of("orders", "5", "fills", "4", "books", "differ: orders")));

        assertThat(line).isEqualTo("  0 s      0 ticks/s  AP010.CZCE 6840  AP101.CZCE 7000.5"
                + "  | demo-1: 3 orders, 2 fills, books equal  | demo-2: 5 orders, 4 fills, BOOKS DIFFER: orders");
    }
}
