package io.trunkline.engine.core;

import io.trunkline.engine.JournalSync;
import io.trunkline.engine.TradingDay;
import io.trunkline.engine.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps client keys in a folder, one file per trading day, so that the engine that comes next knows them: what was
 * about to be sent and whose it is, before the gateway is asked, and what became of it. The files of the last five days
 * that have one are kept, and of older ones what is open. Thread-safe.
 */
final class OrderJournal implements KeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);
    private static final String SUFFIX = ".orders";
    private static final int DAYS = 5;
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet(); // by engines of this process

    private final Path folder;
    private final JournalSync sync;
    private final InstantSource clock;
    private final FileChannel lock;
    private final UUID identity;
    private final Object disk = new Object(); // held while syncing; taken before the monitor, never after
    private final Map<String, JournalRecord> open = new LinkedHashMap<>(); // intents without an outcome; guarded by this
    private boolean isDamaged; // written while it is opened
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
            unlock(folder.toRealPath(), lock);
            throw e;
        }
    }

    /** The lock of a folder; nobody else of this process may open the file, for that would let the lock go. */
    private static FileChannel lock(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!IN_USE.add(real)) throw inUse(folder);
        FileChannel channel = null;
        boolean isMine = false;
        try {
            channel = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            isMine = channel.tryLock() != null;
        } finally {
            if (!isMine) unlock(real, channel);
        }
        if (!isMine) throw inUse(folder);
        return channel;
    }

    private static void unlock(Path real, FileChannel channel) throws IOException {
        try {
            if (channel != null) channel.close();
        } finally {
            IN_USE.remove(real);
        }
    }

    private static IOException inUse(Path folder) {
        return new IOException("the order journal in " + folder + " is in use by another engine; stop that one, or give"
                + " this one another home or another journal name");
    }

    private OrderJournal(
            Path folder, JournalSync sync, InstantSource clock, FileChannel lock, Consumer<JournalRecord> records)
            throws IOException {
        this.folder = folder.toRealPath();
        this.sync = sync;
        this.clock = clock;
        this.lock = lock;
        this.identity = identity(folder);
        LocalDate today = TradingDay.of(clock.instant());
        List<LocalDate> days = recorded();
        boolean isNew = days.isEmpty() || days.get(days.size() - 1).isBefore(today);
        this.day = isNew ? today : days.get(days.size() - 1); // never an earlier one, wherever the clock is
        long end = 0;
        for (LocalDate kept : days) {
            JournalFile.Found found = JournalFile.read(path(kept), record -> {
                note(record);
                records.accept(record);
            });
            report(kept, found);
            if (kept.equals(day)) end = found.end();
        }
        file = begin(day, end);
        if (isNew) keepOpen();
        deleteOld();
    }

    /** Remembers which intents have no outcome yet. */
    private void note(JournalRecord record) {
        if (record instanceof JournalRecord.Intent) {
            open.put(record.key(), record);
        } else if (!(((JournalRecord.Result) record).outcome() instanceof Outcome.InDoubt)) {
            open.remove(record.key());
        }
    }

    /** Writes what is open into a new day's file too, so that it outlives the old ones. */
    private void keepOpen() {
        open.values().forEach(file::append);
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

    /** Leaves the newest files, by their days and not by the clock, which may be wrong. */
    private void deleteOld() {
        try {
            List<LocalDate> days = recorded();
            for (LocalDate old : days.subList(0, Math.max(0, days.size() - DAYS))) Files.deleteIfExists(path(old));
        } catch (IOException e) {
            LOG.warn("old files of the order journal cannot be deleted: {}", e.getMessage());
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
            isDamaged = true;
            LOG.error("{} is damaged: {} bytes between its records cannot be read; orders of that time may be unknown",
                    path(date), found.damaged());
        }
    }

    @Override
    public boolean isLasting() {
        return !isDamaged;
    }

    @Override
    public UUID identity() {
        return identity;
    }

    private static UUID identity(Path folder) throws IOException {
        Path path = folder.resolve("identity");
        try {
            return UUID.fromString(Files.readString(path).strip());
        } catch (NoSuchFileException | IllegalArgumentException e) {
            UUID made = UUID.randomUUID();
            Files.writeString(path, made + "\n");
            return made;
        }
    }

    @Override
    public void intent(Sender sender, long fingerprint, String path) {
        long number = append(new JournalRecord.Intent(sender, fingerprint, path));
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
        note(record);
        return ++appended;
    }

    private void roll(LocalDate today) {
        try {
            JournalFile next = begin(today, 0);
            file.sync().run();
            file.close();
            file = next;
            day = today;
        } catch (IOException e) {
            throw new UncheckedIOException("the order journal cannot begin a new day: " + e.getMessage(), e);
        }
        keepOpen();
        deleteOld();
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
            unlock(folder, lock);
        } catch (IOException e) {
            LOG.debug("the journal's lock cannot be given back", e);
        }
    }
}
