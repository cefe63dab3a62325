package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CsvFileTest {

    @Test
    void readsLinesOfAnyEndWithTheirNumbers() throws Exception {
        try (CsvFile csv = CsvFile.open(Rows.data("\uFEFFa,b\r\n1,2\r\n\n  \n3,4"))) {
            assertThat(csv.columns()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 0, "b", 1));
            assertThat(csv.next()).isTrue();
            assertThat(csv.line()).isEqualTo(2);
            assertThat(csv.fields().whole(1)).isEqualTo(2);
            assertThat(csv.next()).isTrue();
            assertThat(csv.line()).isEqualTo(5);
            assertThat(csv.fields().whole(1)).isEqualTo(4);
            assertThat(csv.next()).isFalse();
        }
    }

    @Test
    void linesMayCrossEveryBufferBorder() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 20_000; i++) text.append(i).append(',').append("x".repeat(i % 97)).append('\n');
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        DataFile slow = new DataFile("slow", () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, 1009));
            }
        });

        try (CsvFile csv = CsvFile.open(slow)) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(csv.next()).isTrue();
                assertThat(csv.fields().whole(0)).isEqualTo(i);
                assertThat(csv.fields().length(1)).isEqualTo(i % 97);
            }
            assertThat(csv.next()).isFalse();
        }
    }

    @Test
    void aLineWithoutAnEndDoesNotFillTheMemory() {
        DataFile endless = new DataFile("endless", () -> new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });

        assertThatThrownBy(() -> CsvFile.open(endless))
                .hasMessage("endless cannot be read: line 1 is longer than 1048576 bytes; check the file");
    }

    @Test
    void aLineNeedsAsManyFieldsAsTheHeader() throws Exception {
        try (CsvFile csv = CsvFile.open(Rows.data("a,b\n1\n1,2,3\n"))) {
            csv.next();
            assertThatThrownBy(csv::fields).hasMessage("it has 1 fields, the header 2");
            csv.next();
            assertThatThrownBy(csv::fields).hasMessage("it has 3 fields, the header 2");
        }
    }

    @Test
    void aFileThatCannotBeUsedIsNamedWithTheRemedy(@TempDir Path folder) {
        assertThatThrownBy(() -> CsvFile.open(DataFile.of(folder.resolve("none.csv"))))
                .hasMessage(folder.resolve("none.csv") + " does not exist; check the file name in the settings");
        assertThatThrownBy(() -> CsvFile.open(DataFile.of(folder)))
                .hasMessage(folder + " cannot be read: it is a folder; check the file");
        assertThatThrownBy(() -> CsvFile.open(Rows.data("")))
                .hasMessage("test.csv is empty; a header line and rows are needed");
        assertThatThrownBy(() -> CsvFile.open(Rows.data("a,a\n")))
                .hasMessage("test.csv has no header line: two columns are called a");
    }

    @Test
    void missingColumnsAreNamed() throws Exception {
        try (CsvFile csv = CsvFile.open(Rows.data("a,b\n"))) {
            assertThatThrownBy(() -> csv.require(List.of("a", "x", "y"), "things")).hasMessage(
                    "test.csv has an unknown column layout: things are understood, and x, y are missing from its "
                            + "header");
            assertThatThrownBy(() -> csv.require(List.of("q", "r", "s", "t", "u", "v", "w"), "things"))
                    .hasMessageEndingWith("q, r, s, t, u and 2 more are missing from its header");
        }
    }

    @Test
    void closesTheStreamOfAFileThatCannotBeUsed() {
        AtomicInteger closed = new AtomicInteger();
        DataFile empty = new DataFile("empty", () -> new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
            }
        });

        assertThatThrownBy(() -> CsvFile.open(empty)).isInstanceOf(RecordingException.class);
        assertThat(closed).hasValue(1);
    }

    @Test
    void tellsGzipByItsContent() throws Exception {
        DataFile zipped = new DataFile("ticks.csv", () -> new ByteArrayInputStream(Rows.zipped("a,b\n1,2\n")));

        try (CsvFile csv = CsvFile.open(zipped)) {
            assertThat(csv.next()).isTrue();
            assertThat(csv.fields().whole(1)).isEqualTo(2);
        }
    }
}
