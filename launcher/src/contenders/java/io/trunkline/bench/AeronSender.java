package io.trunkline.bench;

import io.aeron.Aeron;
import io.aeron.AeronCounters;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.BufferClaim;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.WireWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Gathers frames to messages of up to 8 KiB and puts them into the log; waits while the slowest reader is half a term
 * behind. The driver's files are removed with it.
 */
final class AeronSender implements Publisher {

    /** The longest message in bytes, the driver's header included. */
    static final int MESSAGE = 1 << 13;

    private static final int LONGEST_FRAME = 1024;
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final int TERM = 1 << 24;

    private final Workload workload;
    private final WireWriter frames = new WireWriter(MESSAGE);
    private final FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
    private final BufferClaim claim = new BufferClaim();
    private final IdleStrategy idle = idleStrategy();
    private final MediaDriver driver;
    private final Aeron aeron;
    private final ExclusivePublication publication;
    private final int full; // bytes at which a message is sent

    AeronSender(PublishSpec spec) {
        workload = spec.workload();
        Path folder = Files.isDirectory(SHARED_MEMORY)
                ? SHARED_MEMORY.resolve("trunkline-bench-" + ProcessHandle.current().pid())
                : spec.folder().resolve("aeron");
        driver = MediaDriver.launch(new MediaDriver.Context().aeronDirectoryName(folder.toString())
                .dirDeleteOnStart(true).dirDeleteOnShutdown(true).threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idleStrategy()).ipcTermBufferLength(TERM).ipcMtuLength(MESSAGE));
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(folder.toString()));
        publication = aeron.addExclusivePublication(AeronIpc.CHANNEL, AeronIpc.STREAM);
        full = publication.maxPayloadLength() - LONGEST_FRAME;
    }

    /** Spins and yields for some ten microseconds, then sleeps for up to a millisecond. */
    static IdleStrategy idleStrategy() {
        return new BackoffIdleStrategy(10, 20, TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Override
    public String address() {
        return driver.aeronDirectoryName();
    }

    @Override
    public void awaitSubscribers(int count) throws InterruptedException {
        Await.until(count + " subscribers read the log", () -> subscribers() >= count);
        for (Contract contract : workload.contracts()) {
            encoder.define(contract, frames);
            flushIfFull();
        }
        flush();
    }

    /** The driver belongs to this publication alone, so all its subscribers are of this one. */
    private int subscribers() {
        int[] count = new int[1];
        aeron.countersReader().forEach((counterId, typeId, key, label) -> {
            if (typeId == AeronCounters.DRIVER_SUBSCRIBER_POSITION_TYPE_ID) count[0]++;
        });
        return count[0];
    }

    @Override
    public void publish(Tick tick) {
        encoder.encode(tick, frames);
        flushIfFull();
    }

    private void flushIfFull() {
        if (frames.length() >= full) flush();
    }

    @Override
    public void flush() {
        int length = frames.length();
        if (length == 0) return;
        idle.reset();
        for (long position; (position = publication.tryClaim(length, claim)) < 0; idle.idle()) {
            if (position != Publication.BACK_PRESSURED && position != Publication.ADMIN_ACTION) {
                throw new IllegalStateException("not sent: " + Publication.errorString(position));
            }
        }
        claim.buffer().putBytes(claim.offset(), frames.array(), 0, length);
        claim.commit();
        frames.clear();
    }

    @Override
    public void close() {
        publication.close();
        aeron.close();
        driver.close();
    }
}
