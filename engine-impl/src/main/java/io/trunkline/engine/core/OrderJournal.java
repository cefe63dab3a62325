package io.trunkline.engine.core;

import io.trunkline.engine.JournalSync;
import io.trunkline.engine.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps client keys in a folder, one file per trading day, so that the engine that comes next knows them: what was
 * about to be sent before the gateway is asked, and what became of it. Files are kept for five days, which covers a
 * night session before a weekend. Thread-safe.
 */
final class OrderJournal implements KeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);
    private static final String SUFFIX = ".orders";
    private static final int DAYS = 5;

    private final Path folder;
    private final JournalSync sync;
    private final InstantSource clock;
    private final FileChannel lock;
    private final Object disk = new Object(); // held while syncing; taken before the monitor, never after
    private JournalFile file; // this and the next three are guarded by this
    private LocalDate day;
    private long appended;
    private boolean closed;
    private long synced; // guarded by disk

    /**
     * Opens the journal in a folder and reads what is in it, the oldest record first.
     *
     * @throws IOException if it cannot, or another engine uses the folder; the message says what to do
     */
    static OrderJournal open(Path folder, JournalSync sync, InstantSource clock, Consumer<JournalRecord> records)
            throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            return new OrderJournal(folder, sync, clock, lock, records);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isMine = false;
        try {
            isMine = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            LOG.debug("another engine of this process has the journal", e);
        } finally {
            if (!isMine) channel.close();
        }
        if (isMine) return channel;
        throw new IOException("the order journal in " + folder + " is in use by another engine; stop that one, or give"
                + " this one another home or another journal name");
    }

    private OrderJournal(
            Path folder, JournalSync sync, InstantSource clock, FileChannel lock, Consumer<JournalRecord> records)
            throws IOException {
        this.folder = folder;
        this.sync = sync;
        this.clock = clock;
        this.lock = lock;
        this.day = TradingDay.of(clock.instant());
        long end = 0;
        for (LocalDate kept : recorded()) {
            if (kept.isBefore(day.minusDays(DAYS))) {
                Files.delete(path(kept));
                continue;
            }
            JournalFile.Found found = JournalFile.read(path(kept), records);
            report(kept, found);
            if (kept.equals(day)) end = found.end();
        }
        file = begin(day, end);
    }

    private JournalFile begin(LocalDate date, long end) throws IOException {
        JournalFile begun = JournalFile.open(path(date), end, sync == JournalSync.SYNCED);
        if (sync == JournalSync.SYNCED) syncFolder();
        return begun;
    }

    /** Brings a new file's name to the disk, where the system lets a folder be opened for that. */
    private void syncFolder() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("the journal's folder cannot be synced", e);
        }
    }

    private List<LocalDate> recorded() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .flatMap(OrderJournal::day).sorted().toList();
        }
    }

    private static Stream<LocalDate> day(String text) {
        try {
            return Stream.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    private Path path(LocalDate date) {
        return folder.resolve(date + SUFFIX);
    }

    private void report(LocalDate date, JournalFile.Found found) {
        if (found.torn() > 0) {
            LOG.warn("{} ended within a record that was never complete: {} bytes dropped", path(date), found.torn());
        }
        if (found.damaged() > 0) {
            LOG.error("{} is damaged: {} bytes between its records cannot be read; orders of that time may be unknown",
                    path(date), found.damaged());
        }
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    @Override
    public void intent(String key, long fingerprint, String path) {
        long number = append(new JournalRecord.Intent(key, fingerprint, path));
        if (sync == JournalSync.SYNCED) sync(number);
    }

    @Override
    public void outcome(String key, long fingerprint, Outcome outcome) {
        try {
            append(new JournalRecord.Result(key, fingerprint, outcome));
        } catch (UncheckedIOException e) {
            LOG.error("what became of {} was not kept: {}", key, e.getMessage());
        }
    }

    private synchronized long append(JournalRecord record) {
        if (closed) throw new UncheckedIOException(new IOException("the order journal is closed"));
        LocalDate today = TradingDay.of(clock.instant());
        if (today.isAfter(day)) roll(today);
        file.append(record);
        return ++appended;
    }

    private void roll(LocalDate today) {
        try {
            JournalFile next = begin(today, 0);
            file.sync().run();
            file.close();
            file = next;
            day = today;
            for (LocalDate old : recorded()) {
                if (old.isBefore(today.minusDays(DAYS))) Files.deleteIfExists(path(old));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the order journal cannot begin a new day: " + e.getMessage(), e);
        }
    }

    /** Waits until a record is on the disk; one thread at a time brings all that was appended by then. */
    private void sync(long number) {
        synchronized (disk) {
            if (synced >= number) return;
            Runnable work;
            long reached;
            synchronized (this) {
                work = file.sync();
                reached = appended;
            }
            work.run();
            synced = reached;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
            file.close();
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("the journal's lock cannot be given back", e);
        }
    }
}
