package io.trunkline.rmi.access;

import io.trunkline.engine.DayRoll;
import io.trunkline.engine.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who logged in, what was refused and which orders, quotes and cancels came in: a line each, in a file a
 * trading day, which is only ever added to. A line is written before the client has its answer. What steers a terminal
 * is spelt out, so that no client can forge a line.
 *
 * <p>Thread-safe.
 */
public final class Audit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int LONGEST = 2_000; // characters of a text

    private final Path folder; // null to write nothing
    private final InstantSource clock;
    private final DayRoll roll;
    private final AtomicLong lost = new AtomicLong();
    private LocalDate day; // of the open file; guarded by this, like the next
    private OutputStream out;

    private Audit(Path folder, InstantSource clock, DayRoll roll) {
        this.folder = folder;
        this.clock = clock;
        this.roll = roll;
    }

    /** Writes nothing. */
    public static Audit none() {
        return new Audit(null, InstantSource.system(), DayRoll.DEFAULT);
    }

    /**
     * Writes to a folder, which is made if need be.
     *
     * @param roll when the day of a file ends
     * @throws IOException if today's file cannot be written to
     */
    public static Audit to(Path folder, InstantSource clock, DayRoll roll) throws IOException {
        Audit audit = new Audit(folder, clock, roll);
        audit.open(roll.day(clock.instant()));
        return audit;
    }

    /** Whether lines are written anywhere: else there is no need to make one. */
    public boolean isKept() {
        return folder != null;
    }

    /**
     * Adds a line.
     *
     * @param client who
     * @param peer from where
     * @param event what, in a word or two
     * @param detail the rest
     */
    public void write(String client, String peer, String event, String detail) {
        if (folder == null) return;
        Instant now = clock.instant();
        String line = now + "\t" + plain(client) + "\t" + plain(peer) + "\t" + event + "\t" + plain(detail) + "\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LocalDate today = roll.day(now);
        synchronized (this) {
            try {
                if (out == null || !today.equals(day)) open(today);
                out.write(bytes);
            } catch (IOException e) {
                if (lost.getAndIncrement() == 0) LOG.error("the audit file in {} cannot be written", folder, e);
                closeFile();
            }
        }
    }

    private static String plain(String text) {
        return PlainText.brief(text, LONGEST);
    }

    private synchronized void open(LocalDate today) throws IOException {
        closeFile();
        Files.createDirectories(folder, ownersOnly("rwx------"));
        out = Files.newOutputStream(create(folder.resolve("audit_" + today + ".log")), StandardOpenOption.APPEND);
        day = today;
    }

    private static Path create(Path file) throws IOException {
        return Files.exists(file) ? file : Files.createFile(file, ownersOnly("rw-------"));
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        if (!views.contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }

    /** How many lines could not be written. */
    public long lost() {
        return lost.get();
    }

    @Override
    public synchronized void close() {
        closeFile();
    }

    private void closeFile() {
        if (out == null) return;
        try {
            out.close();
        } catch (IOException e) {
            LOG.warn("the audit file cannot be closed", e);
        }
        out = null;
    }
}
