package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TickMergeTest {

    private final ContractTable contracts = new ContractTable();

    TickMergeTest() {
        ContractTable.shipped("SIM").forEach(contracts::add);
    }

    private static Rows row(String symbol, String time, int volume) {
        return Rows.row(symbol, "20200810", time, volume);
    }

    private List<Double> volumes(DataFile... files) throws Exception {
        List<Double> volumes = new ArrayList<>();
        try (TickMerge merge = TickMerge.open(List.of(files), contracts)) {
            for (TickRow row = merge.next(); row != null; row = merge.next()) {
                volumes.add(row.tick() == null ? -1 : row.tick().volume());
            }
        }
        return volumes;
    }

    @Test
    void takesTheEarliestOfTheFilesAndOfEqualOnesTheFirstFile() throws Exception {
        DataFile first = Rows.data(row("AP010", "09:00:01", 1), row("AP010", "09:00:03", 3),
                row("AP010", "09:00:03", 4));
        DataFile second = Rows.data(row("AP101", "09:00:01", 11), row("AP101", "09:00:02", 12),
                row("AP101", "09:00:03", 13));

        assertThat(volumes(first, second)).containsExactly(1.0, 11.0, 12.0, 3.0, 4.0, 13.0);
        assertThat(volumes(second, first)).containsExactly(11.0, 1.0, 12.0, 13.0, 3.0, 4.0);
    }

    @Test
    void neverChangesTheOrderOfAFileEvenWhereItsTimeGoesBack() throws Exception {
        DataFile back = Rows.data(row("AP010", "09:00:05", 1), row("AP010", "09:00:02", 2),
                row("AP010", "09:00:06", 3));
        DataFile other = Rows.data(row("AP101", "09:00:04", 11), row("AP101", "09:00:06", 12));

        assertThat(volumes(back, other)).containsExactly(11.0, 1.0, 2.0, 3.0, 12.0);
    }

    @Test
    void aMalformedLineHoldsNothingUp() throws Exception {
        DataFile broken = Rows.data(row("AP010", "09:00:05", 1), "broken", row("AP010", "09:00:06", 2));
        DataFile other = Rows.data(row("AP101", "09:00:05", 11));

        assertThat(volumes(broken, other)).containsExactly(1.0, -1.0, 11.0, 2.0);
    }

    @Test
    void closesTheOtherFilesIfOneCannotBeOpened() {
        AtomicInteger closed = new AtomicInteger();
        DataFile good = new DataFile("good", () -> new ByteArrayInputStream(Rows.header().getBytes()) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });

        assertThatThrownBy(() -> TickMerge.open(List.of(good, Rows.data("")), contracts))
                .isInstanceOf(RecordingException.class);
        assertThat(closed).hasValue(1);
    }
}
