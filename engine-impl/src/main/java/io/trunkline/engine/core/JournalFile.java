package io.trunkline.engine.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of records: eight bytes that say what it is, then for each record its length, its checksum and its bytes,
 * then zeros. Records are appended to a mapped part of it, which outlives the process without a system call.
 *
 * <p>Not thread-safe.
 */
final class JournalFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final byte[] MAGIC = {'T', 'L', 'J', 'O', 'U', 'R', 'N', '2'};
    private static final byte[] FIRST_MAGIC = {'T', 'L', 'J', 'O', 'U', 'R', 'N', '1'}; // says less of who sent
    private static final int HEADER = 8; // of a record: length and checksum
    private static final int PART = 1 << 20;

    /**
     * What was found in a file.
     *
     * @param end where the next record goes
     * @param torn bytes after the last good record that are none: an append that did not come to its end
     * @param damaged bytes between good records that are none: the file was changed or the disk failed
     */
    record Found(long end, long torn, long damaged) { }

    private final Path path;
    private final boolean isSynced;
    private FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private MappedByteBuffer part;
    private long partStart;

    private JournalFile(Path path, boolean isSynced) throws IOException {
        this.path = path;
        this.isSynced = isSynced;
        this.channel = openChannel(path);
    }

    private static FileChannel openChannel(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Opens a file to append after a place that {@link #read} found, or makes it if there is none.
     *
     * @param isSynced whether what it holds is brought to the disk before more room is made
     */
    static JournalFile open(Path path, long end, boolean isSynced) throws IOException {
        JournalFile file = new JournalFile(path, isSynced);
        try {
            long start = Math.max(end, MAGIC.length);
            file.channel.write(ByteBuffer.wrap(MAGIC), 0); // also over an older one, for records of this version follow
            file.map(start);
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Maps the next part of the file, all zeros. They are written, over what may be left of a torn record, and so that
     * a full disk shows here and not in the mapping.
     */
    private void map(long start) throws IOException {
        boolean isInterrupted = Thread.interrupted(); // whoever sends an order: that must not close the file
        try {
            if (!channel.isOpen()) channel = openChannel(path);
            mapUninterrupted(start);
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    private void mapUninterrupted(long start) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(PART);
        long at = start;
        while (zeros.hasRemaining()) at += channel.write(zeros, at);
        if (isSynced) channel.force(true); // the file's length, which a mapping does not bring to the disk
        part = channel.map(FileChannel.MapMode.READ_WRITE, start, PART);
        partStart = start;
    }

    /**
     * Appends a record.
     *
     * @throws UncheckedIOException if the file cannot grow
     */
    void append(JournalRecord record) {
        ByteBuffer bytes = ByteBuffer.allocate(JournalRecord.LONGEST);
        record.write(bytes);
        bytes.flip();
        int length = bytes.limit();
        if (part.remaining() < HEADER + length) grow();
        int at = part.position();
        part.put(at + HEADER, bytes.array(), 0, length);
        part.putInt(at + 4, sum(bytes.array(), length));
        part.putInt(at, length); // last, so that a record that was torn here is none
        part.position(at + HEADER + length);
    }

    private int sum(byte[] bytes, int length) {
        checksum.reset();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private void grow() {
        try {
            if (isSynced) part.force();
            map(partStart + part.position());
        } catch (IOException e) {
            throw new UncheckedIOException("the order journal cannot grow: " + e.getMessage(), e);
        }
    }

    /** A task that brings what was appended by now to the disk; to be run by any thread. */
    Runnable sync() {
        return part::force;
    }

    /** Closes it. The zeros at its end stay where a mapped file cannot be cut. */
    @Override
    public void close() {
        try (FileChannel ending = channel) {
            if (part != null) ending.truncate(partStart + part.position());
        } catch (IOException e) {
            LOG.debug("the zeros at the journal's end stay", e);
        }
    }

    /**
     * Reads the records of a file.
     *
     * @throws IOException if it cannot be read, or is none of these files
     */
    static Found read(Path path, Consumer<JournalRecord> records) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) throw new IOException(path + " is longer than 2 GiB");
            return read(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, size), records);
        }
    }

    private static Found read(Path path, ByteBuffer in, Consumer<JournalRecord> records) throws IOException {
        int last = in.limit();
        while (last > 0 && in.get(last - 1) == 0) last--;
        if (last == 0) return new Found(0, 0, 0); // the machine ended before anything was on the disk
        if (last < MAGIC.length || !begins(in, MAGIC) && !begins(in, FIRST_MAGIC)) {
            throw new IOException(path + " is not an order journal of this version; use the version that wrote it, or"
                    + " move it away, after which the orders in it are unknown");
        }
        CRC32C checksum = new CRC32C();
        int end = MAGIC.length; // of the last good record
        long damaged = 0;
        for (int at = end; at < last;) {
            JournalRecord record = recordAt(in, at, checksum);
            if (record == null) {
                at++; // a good record may follow
                continue;
            }
            damaged += at - end;
            end = at + HEADER + in.getInt(at);
            at = end;
            records.accept(record);
        }
        return new Found(end, Math.max(0, last - end), damaged);
    }

    private static boolean begins(ByteBuffer in, byte[] magic) {
        return in.slice(0, magic.length).equals(ByteBuffer.wrap(magic));
    }

    private static JournalRecord recordAt(ByteBuffer in, int at, CRC32C checksum) {
        if (in.limit() - at < HEADER) return null;
        int length = in.getInt(at);
        if (length <= 0 || length > JournalRecord.LONGEST || length > in.limit() - at - HEADER) return null;
        ByteBuffer bytes = in.slice(at + HEADER, length);
        checksum.reset();
        checksum.update(bytes);
        if ((int) checksum.getValue() != in.getInt(at + 4)) return null;
        try {
            return JournalRecord.read(bytes.flip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
