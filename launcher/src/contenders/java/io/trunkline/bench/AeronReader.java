package io.trunkline.bench;

import io.aeron.Aeron;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** Reads the log on a thread of its own. */
final class AeronReader implements Runnable, FragmentHandler, Closeable {

    private static final int FRAGMENTS = 64; // read before the driver is told how far

    private final Aeron aeron;
    private final Subscription subscription;
    private final FrameReader reader;
    private final Thread thread;
    private final byte[] message = new byte[AeronSender.MESSAGE];
    private volatile boolean closed;

    private AeronReader(SubscribeSpec spec, Consumer<Tick> handler) {
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(spec.address()));
        subscription = aeron.addSubscription(AeronIpc.CHANNEL, AeronIpc.STREAM);
        reader = new FrameReader(handler);
        thread = new Thread(this, "aeron-reader-" + spec.index());
        thread.setDaemon(true);
    }

    static Closeable start(SubscribeSpec spec, Consumer<Tick> handler) {
        AeronReader reader = new AeronReader(spec, handler);
        reader.thread.start();
        return reader;
    }

    @Override
    public void run() {
        IdleStrategy idle = AeronSender.idleStrategy();
        while (!closed) idle.idle(subscription.poll(this, FRAGMENTS));
    }

    @Override
    public void onFragment(DirectBuffer buffer, int offset, int length, Header header) {
        buffer.getBytes(offset, message, 0, length);
        reader.take(message, length);
    }

    @Override
    public void close() throws InterruptedIOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("waiting for " + thread.getName());
        }
        aeron.close();
    }
}
