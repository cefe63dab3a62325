package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.wire.Tables.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void tablesAreReadAsTheyWereWritten() throws WireException {
        List<Table> tables = List.of(
                new Table("a", List.of("x", "y"), List.of(List.of(-3L, 2.5), List.of("text", NOON))),
                new Table("empty", List.of("z"), List.of()));

        assertThat(Tables.decode(Tables.encode(tables))).isEqualTo(tables);
    }

    @Test
    void otherValuesBecomeNumbersOrTexts() throws WireException {
        Table table = new Table("a", List.of("x", "y", "z"), List.of(List.of(7, 1.5f, true)));

        assertThat(Tables.decode(Tables.encode(List.of(table))).get(0).rows())
                .containsExactly(List.of(7L, 1.5, "true"));
    }

    @Test
    void whatIsTooLargeIsLeftOutByTheWriter() throws WireException {
        List<Object> row = List.of("x".repeat(1_000), 1L);
        Table large = new Table("t", List.of("a", "b"), Collections.nCopies(50_000, row));
        byte[] bytes = Tables.encode(Collections.nCopies(20, large));

        assertThat(bytes).hasSizeLessThanOrEqualTo(Tables.MAX_BYTES);
        List<Table> read = Tables.decode(bytes);
        assertThat(read).hasSize(8);
        assertThat(read.get(7).rows()).hasSizeGreaterThan(1_000);
        assertThat((String) read.get(0).rows().get(0).get(0)).hasSize(256);
    }

    @Test
    void whatIsTooLargeIsRefusedByTheReader() {
        assertThatThrownBy(() -> Tables.decode(new byte[Tables.MAX_BYTES + 1])).isInstanceOf(WireException.class);
        WireWriter many = new WireWriter(64);
        many.writeVarint(9);
        many.writeBytes(new byte[64], 0, 64);
        assertThatThrownBy(() -> Tables.decode(many.toByteArray())).isInstanceOf(WireException.class)
                .hasMessageContaining("at most 8");
        WireWriter bare = new WireWriter(64);
        bare.writeVarint(1);
        bare.writeText("t");
        bare.writeVarint(0);
        bare.writeVarint(20);
        bare.writeBytes(new byte[64], 0, 64);
        assertThatThrownBy(() -> Tables.decode(bare.toByteArray())).isInstanceOf(WireException.class)
                .hasMessageContaining("without columns");
    }
}
