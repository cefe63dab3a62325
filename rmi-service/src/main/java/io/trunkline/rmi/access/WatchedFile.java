package io.trunkline.rmi.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file said when it was read last. If it cannot be used after a change, what it said before goes on to hold, and
 * an error is logged. Thread-safe.
 */
final class WatchedFile<T> {

    /** Reads a file as a whole. */
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
    private static final long SETTLED_NANOS = 100_000_000;

    private final Path file;
    private final Reader<T> reader;
    private Object stamp; // of the file as it was read; guarded by this, like the next three
    private Object changing; // the stamp of the file as it was seen since, or null
    private long changedNanos;
    private String complaint = ""; // of the last look that failed
    private volatile T content;

    /**
     * Reads it.
     *
     * @throws IOException if it cannot be used
     */
    WatchedFile(Path file, Reader<T> reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.stamp = stampOf(file);
        this.content = reader.read(file);
    }

    /** What it said; does not look at the file. */
    T content() {
        return content;
    }

    /** Reads it again if it changed, and has not changed further for a moment. */
    synchronized void refresh() {
        try {
            Object now = stampOf(file);
            long nanos = System.nanoTime();
            if (now.equals(stamp)) {
                changing = null;
            } else if (!now.equals(changing)) { // whoever changes it may not be done
                changing = now;
                changedNanos = nanos;
            } else if (nanos - changedNanos > SETTLED_NANOS) {
                content = reader.read(file);
                stamp = now;
                complaint = "";
                LOG.info("read {} anew", file);
            }
        } catch (IOException e) {
            String problem = String.valueOf(e.getMessage());
            if (problem.equals(complaint)) return; // it is tried again, for it may be the system's fault
            complaint = problem;
            LOG.error("who may come in, and their rights, stay what they were: {}", problem);
        }
    }

    private static Object stampOf(Path file) throws IOException {
        if (!Files.exists(file)) return "none";
        return Files.getLastModifiedTime(file) + " " + Files.size(file) + " "
                + Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
