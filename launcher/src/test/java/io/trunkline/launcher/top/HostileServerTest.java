package io.trunkline.launcher.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.launcher.text.Hostile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code top} prints of a server whose every name, value and column is hostile. */
@Timeout(30)
class HostileServerTest {

    private static final int WIDEST = 12 * 62 + 200;

    static Stream<String> texts() {
        return Hostile.TEXTS.stream();
    }

    /** Tables with the columns and figures that are shown, each of them a text, and some with a hostile name. */
    private static ServerView server(String text) {
        List<String> columns = new ArrayList<>(List.of("session", "client", "address", "since", "instruments", "lag",
                "conflated", "events/s", "KiB/s", "encoded to written p99 us", "refused", "state"));
        columns.add(text);
        List<Object> row = Collections.nCopies(columns.size(), text);
        List<List<Object>> figures = new ArrayList<>();
        for (String name : List.of("encoded events/s", "sent events/s", "sent KiB/s", "events queued in the engine",
                "published to dispatched p99 us", "ticks conflated", "sessions reset", "clients refused",
                "handler faults", text)) {
            figures.add(List.of(name, text));
        }
        List<Monitor> monitors = List.of(new Monitor("server: sessions", columns, () -> List.of(row, row)),
                new Monitor("server: service", List.of("figure", "value"), () -> figures));
        return new ServerView(new Plugin() {
            @Override
            public String name() {
                return "RPC";
            }

            @Override
            public List<Monitor> monitors() {
                return monitors;
            }

            @Override
            public void close() {}
        }, text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theTableHasALineASession(String text) {
        List<String> lines = TopFormat.TABLE.lines(server(text), Instant.EPOCH, true);

        assertThat(lines).hasSize(5);
        lines.forEach(line -> Hostile.assertHarmless(line, WIDEST));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void jsonHasALineASessionAndOneForTheServer(String text) {
        List<String> lines = TopFormat.JSON.lines(server(text), Instant.EPOCH, true);

        assertThat(lines).hasSize(3);
        lines.forEach(line -> Hostile.assertHarmless(line, Integer.MAX_VALUE / 8));
    }
}
