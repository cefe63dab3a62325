package io.trunkline.engine.sim;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The rows of several files as one sequence: of the files' next rows always the earliest, and of equally early ones
 * that of the file named first. A file's own order is never changed. For one thread.
 */
final class TickMerge implements Closeable {

    private record Head(TickRow row, int index) {}

    private final List<TickFile> files;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong((Head head) -> head.row.millis())
                    .thenComparingInt(Head::index));

    private TickMerge(List<TickFile> files) {
        this.files = files;
        for (int i = 0; i < files.size(); i++) advance(i);
    }

    static TickMerge open(List<DataFile> files, ContractTable contracts) throws RecordingException, IOException {
        List<TickFile> opened = new ArrayList<>();
        try {
            for (DataFile file : files) opened.add(TickFile.open(file, contracts));
            return new TickMerge(opened);
        } catch (RecordingException | RuntimeException e) {
            for (TickFile file : opened) file.close();
            throw e;
        }
    }

    /** The next row, or null at the end. */
    TickRow next() {
        Head head = heads.poll();
        if (head == null) return null;
        advance(head.index);
        return head.row;
    }

    private void advance(int index) {
        TickRow row = files.get(index).next();
        if (row != null) heads.add(new Head(row, index));
    }

    @Override
    public void close() throws IOException {
        for (TickFile file : files) file.close();
    }
}
