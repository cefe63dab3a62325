package io.trunkline.launcher.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.swing.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads something again and again off the event dispatch thread and shows it there. A reading that takes long delays
 * the next one; they never pile up. For the event dispatch thread.
 *
 * @param <T> what is read
 */
final class Refresher<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    private final Background background;
    private final Callable<T> read;
    private final Consumer<T> show;
    private final Timer timer;
    private boolean isReading;
    private boolean isFailing;
    private boolean isClosed;

    private Refresher(Background background, int millis, Callable<T> read, Consumer<T> show) {
        this.background = background;
        this.read = read;
        this.show = show;
        this.timer = new Timer(millis, event -> refresh());
    }

    /** Reads at once and then after so many milliseconds each time. */
    static <T> Refresher<T> start(Background background, int millis, Callable<T> read, Consumer<T> show) {
        Refresher<T> refresher = new Refresher<>(background, millis, read, show);
        refresher.timer.start();
        refresher.refresh();
        return refresher;
    }

    /** Reads now, unless a reading is under way. */
    void refresh() {
        if (isReading || isClosed) return;
        isReading = true;
        background.run(read, this::show, this::fail);
    }

    private void show(T value) {
        isReading = false;
        isFailing = false;
        if (!isClosed) show.accept(value);
    }

    private void fail(Exception e) {
        isReading = false;
        if (isFailing) LOG.debug("still cannot be shown", e);
        else LOG.warn("cannot be shown now; tried again and again", e);
        isFailing = true;
    }

    @Override
    public void close() {
        isClosed = true;
        timer.stop();
    }
}
