package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.ui.Texts;
import io.trunkline.launcher.ui.UiStore;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk, without a screen, while 50,000 ticks a second come for a second. */
@Timeout(120)
class DeskLoadTest {

    private static final int ROUNDS = 500;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int MOST_CHANGES = 200; // far more than a second has refreshes, far fewer than it has ticks
    private static final long LONGEST_STALL = TimeUnit.SECONDS.toNanos(5);
    private static final List<InstrumentId> INSTRUMENTS = IntStream.range(0, 100)
            .mapToObj(number -> InstrumentId.parse("i" + number + ".LOCAL")).toList();

    private final MainEngine engine = MainEngine.create();
    private final DeskSession session = new DeskSession();
    private final AtomicLong longestStall = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theTableShowsTheLastTicksAndTheWindowAnswersThroughout() throws Exception {
        DeskView desk = onSwing(() -> new DeskView(
                engine, Texts.of(Locale.ENGLISH), UiStore.load(Path.of("no-such-folder")), session));
        JTable table = onSwing(() -> table(desk.component()));
        onSwing(() -> {
            table.getRowSorter().toggleSortOrder(3); // the price that changes
            table.getModel().addTableModelListener(event -> changes.incrementAndGet());
            return null;
        });

        long begin = System.nanoTime();
        for (int round = 1; round <= ROUNDS; round++) {
            publish(round);
            if (round % 25 == 0) ask();
            LockSupport.parkNanos(begin + round * PERIOD - System.nanoTime());
        }
        while (!onSwing(() -> isLast(table))) TimeUnit.MILLISECONDS.sleep(20);

        assertThat(changes).hasValueLessThan(MOST_CHANGES);
        assertThat(longestStall).hasValueLessThan(LONGEST_STALL);
        onSwing(() -> {
            desk.close();
            session.close();
            return null;
        });
    }

    private void publish(int round) {
        Tick.Builder tick = Tick.builder().gateway("LOAD").time(Instant.EPOCH);
        for (int i = 0; i < INSTRUMENTS.size(); i++) {
            engine.events().publish(tick.instrument(INSTRUMENTS.get(i)).lastPrice(price(round, i)).build());
        }
    }

    /** The rows change their places all the time. */
    private static double price(int round, int instrument) {
        return 1 + round + instrument * (round % 2 == 0 ? 1 : -1) + INSTRUMENTS.size();
    }

    private void ask() {
        long asked = System.nanoTime();
        SwingUtilities.invokeLater(() -> longestStall.accumulateAndGet(System.nanoTime() - asked, Math::max));
    }

    private static boolean isLast(JTable table) {
        if (table.getRowCount() != INSTRUMENTS.size()) return false;
        for (int row = 0; row < table.getRowCount(); row++) {
            int instrument = Integer.parseInt(table.getValueAt(row, 0).toString().substring(1));
            if (!table.getValueAt(row, 3).equals(price(ROUNDS, instrument))) return false;
        }
        return true;
    }

    private static JTable table(Container in) {
        for (Component each : in.getComponents()) {
            if (each instanceof JTable table && "ticks".equals(table.getName())) return table;
            JTable found = each instanceof Container inner ? table(inner) : null;
            if (found != null) return found;
        }
        return null;
    }

    private static <T> T onSwing(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeAndWait(future);
        return future.get();
    }
}
