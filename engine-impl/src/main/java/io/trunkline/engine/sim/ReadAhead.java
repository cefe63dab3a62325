package io.trunkline.engine.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a merge on a thread of its own, at most {@value #ROWS} x {@value #BATCHES} rows ahead. {@link #next} and
 * {@link #close} are for the one thread that uses the rows.
 */
final class ReadAhead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final int ROWS = 512;
    private static final int BATCHES = 8;

    private final BlockingQueue<List<TickRow>> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private List<TickRow> batch = List.of();
    private volatile RuntimeException fault; // written by the reader before the last, empty batch
    private int at;
    private boolean ended;

    private ReadAhead(TickMerge merge, String name) {
        thread = new Thread(() -> read(merge), name);
        thread.setDaemon(true);
    }

    static ReadAhead start(TickMerge merge, String name) {
        ReadAhead reader = new ReadAhead(merge, name);
        reader.thread.start();
        return reader;
    }

    /** The next row, or null at the end. Waits for the reader. */
    TickRow next() throws InterruptedException {
        while (!ended) {
            if (at < batch.size()) return batch.get(at++);
            batch = batches.take();
            at = 0;
            ended = batch.isEmpty();
        }
        if (fault != null) throw new IllegalStateException("reading the tick files failed: " + fault, fault);
        return null;
    }

    /** Ends the reader's thread and closes the files. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(5_000);
            if (thread.isAlive()) LOG.warn("{} did not end within 5 s", thread.getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(TickMerge merge) {
        try (merge) {
            List<TickRow> next = new ArrayList<>(ROWS);
            for (TickRow row = merge.next(); row != null; row = merge.next()) {
                next.add(row);
                if (next.size() == ROWS) {
                    batches.put(next);
                    next = new ArrayList<>(ROWS);
                }
            }
            if (!next.isEmpty()) batches.put(next);
            batches.put(List.of());
        } catch (InterruptedException e) {
            LOG.debug("{} was told to end", thread.getName());
        } catch (IOException e) {
            LOG.warn("closing the tick files failed", e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", thread.getName(), e);
            fault = e;
            batches.clear();
            batches.add(List.of());
        }
    }
}
