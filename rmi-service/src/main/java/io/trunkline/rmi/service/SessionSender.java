package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.Latencies;
import io.trunkline.rmi.wire.ChunkWriter;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.StreamCall;
import java.io.IOException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one client its stream: a snapshot, then the log from there on; or the log from where the client's last
 * session ended. It makes one remote call, whose argument it goes on writing until the session ends; what comes next
 * there is decided here, and its {@link SessionStream} puts it into chunks.
 *
 * <p>Runs on a thread of its own, which alone touches the session's place in the log and its filter; but while it waits
 * for events, the event thread may {@linkplain #sendNow send} in its place. Others hand it {@linkplain #start the
 * start} and {@linkplain #change changes of the filter} and may ask for its counts.
 */
final class SessionSender implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSender.class);
    private static final int CHUNK_BYTES = 1 << 17;

    private final Session session;
    private final ServiceCore core;
    private final EventLog log;
    private final ServiceSettings settings;
    private final OpenRequest request;
    private final FrameFilter filter;
    private final Queue<FilterChange> changes = new ConcurrentLinkedQueue<>();
    private final SentCounts counts = new SentCounts();
    private final SendTimes times;
    private final Thread thread;
    private SessionStream stream; // by who has the sender's turn
    private boolean resumed; // set before the thread starts
    private volatile int instruments;
    private volatile EventRecorder.Start start;
    private volatile LogReader reader;

    SessionSender(Session session, OpenRequest request, ServiceCore core, ServiceSettings settings) {
        this.session = session;
        this.request = request;
        this.core = core;
        this.log = core.log();
        this.settings = settings;
        this.filter = new FrameFilter(request.allTicks(), session.visitor().sight());
        this.times = new SendTimes(log, filter);
        this.thread = new Thread(this, "rpc-session-" + session.number());
        thread.setDaemon(true);
    }

    Thread thread() {
        return thread;
    }

    /** Says where the session begins. On the event thread. */
    void start(EventRecorder.Start place) {
        readFrom(place.place());
        start = place;
        LockSupport.unpark(thread);
    }

    /** Says that the session goes on at a place in the log, without a snapshot. Before its thread starts. */
    void resume(LogPlace place) {
        resumed = true;
        readFrom(place);
    }

    private void readFrom(LogPlace place) {
        LogReader.Owner owner = new LogReader.Owner(thread, core.engine().options().waitStrategy(), this::sendNow);
        reader = new LogReader(log, filter, owner, place, settings.conflateBytes());
    }

    /** Hands over a change of the filter. On the event thread, before the next event is appended. */
    void change(FilterChange change) {
        LogReader current = reader;
        if (current == null) return; // it never began
        current.want(change.instrument(), change.wanted());
        changes.add(change);
        wake();
    }

    /** Makes the sender look whether the session ended. Any thread. */
    void wake() {
        LogReader current = reader;
        if (current != null) current.wake();
        LockSupport.unpark(thread);
    }

    /** The sequence up to which the log was sent; 0 before the snapshot. Any thread. */
    long through() {
        LogReader current = reader;
        return current == null ? 0 : current.place().sequence();
    }

    /** What it is doing: syncing until the snapshot is sent, then live, or conflating while far behind. Any thread. */
    String state() {
        LogReader current = reader;
        if (current == null || start != null) return "syncing";
        return current.isConflating() ? "conflating" : "live";
    }

    /** What of the log it has not come to yet; nothing if there is nothing that it wants. Any thread. */
    LogPlace behind() {
        LogReader current = reader;
        if (current == null || current.isWaiting()) return new LogPlace(0, 0);
        LogPlace at = current.place();
        LogPlace end = log.end();
        return new LogPlace(end.position() - at.position(), end.sequence() - at.sequence());
    }

    /** What it sent. */
    SentCounts counts() {
        return counts;
    }

    /** How long it takes from the encoding of an event until it is written to the socket. Any thread. */
    Latencies times() {
        return times.latencies();
    }

    boolean wantsAll() {
        return request.allTicks();
    }

    /** How many instruments' ticks it sends; of no meaning if it sends all. Any thread. */
    int instruments() {
        return instruments;
    }

    @Override
    public void run() {
        try (StreamCall opened = session.caller().openStream(request.callbackId(), request.secret())) {
            stream = new SessionStream(session, log, opened, counts, times);
            write();
            opened.end();
            session.end("the client ended the stream");
        } catch (ConnectIOException e) {
            LOG.debug("session {}: no stream", session.number(), e);
            session.end("the client opened no connection that takes events");
        } catch (IOException | RuntimeException e) {
            LOG.debug("session {}: the stream broke", session.number(), e);
            session.end("the connection to the client broke");
            tellAnotherWay();
        } finally {
            if (reader != null) log.remove(reader);
            session.senderEnded();
        }
    }

    /** Tells the client why, in case the stream broke but the client opened another connection for calls to it. */
    private void tellAnotherWay() {
        try {
            session.caller().callOnClosed(request.callbackId(), session.endReason());
        } catch (RemoteException e) {
            LOG.debug("session {}: the client cannot be told", session.number(), e);
        }
    }

    private void write() throws IOException {
        if (resumed) {
            log.add(reader);
            follow();
        } else if (awaitStart()) {
            SnapshotSentEvent event = new SnapshotSentEvent();
            event.begin();
            new SnapshotWriter(stream.call(), session.visitor().sight().view(),
                    new ChunkWriter(CHUNK_BYTES + (1 << 12)), CHUNK_BYTES)
                    .write(start, request.allTicks());
            event.finish(session, start.books());
            start = null; // the books' copy is not needed any longer
            log.add(reader);
            follow();
        }
        stream.call().sendRest();
        stream.sendReason(session.endReason(), through());
    }

    private boolean awaitStart() throws IOException {
        while (start == null && session.isOpen()) {
            LockSupport.parkNanos(this, settings.heartbeat().toNanos());
            if (start == null) stream.sendNothing(0);
        }
        return session.isOpen();
    }

    private void follow() throws IOException {
        LogReader current = reader;
        StreamCall call = stream.call();
        stream.begin(current.place().sequence());
        boolean hasSent = false;
        while (session.isOpen()) {
            if (hasSent && changes.isEmpty() && !current.isWorthReading()) {
                call.sendRest();
                current.rest();
            }
            hasSent = false;
            stream.finishChunk();
            LogPlace end = log.end(); // before the look for a change: one that is not seen yet is not before this
            FilterChange change = changes.peek();
            if (change != null && change.after().position() <= current.place().position()) {
                apply(changes.remove());
                continue;
            }
            boolean isChangeFirst = change != null && change.after().position() < end.position();
            LogPlace until = isChangeFirst ? change.after() : end;
            LogPlace runEnd = call.takesRuns() ? current.endOfRun(CHUNK_BYTES, until) : null;
            if (runEnd != null) {
                if (!stream.sendRun(current, runEnd)) session.end(whyOvertaken(current));
                hasSent = true;
                continue;
            }
            call.sendRest();
            switch (stream.read(current, CHUNK_BYTES, until)) {
                case ADVANCED -> {
                    stream.sendRead(current);
                    hasSent = true;
                }
                case AT_END -> {
                    if (change == null) rest(current);
                }
                case OVERTAKEN -> session.end(whyOvertaken(current));
            }
        }
    }

    /**
     * Sends what is new, if that needs no wait. On the event thread, while the sender's own waits.
     *
     * @return whether that is all, so that the sender may wait on
     */
    private boolean sendNow() {
        if (!session.isOpen() || !changes.isEmpty()) return false;
        LogReader current = reader;
        LogPlace end = log.end();
        LogReader.Result result = stream.read(current, CHUNK_BYTES, end);
        if (result != LogReader.Result.ADVANCED) return result == LogReader.Result.AT_END;
        try {
            return stream.sendReadNow(current) && current.place().position() == end.position();
        } catch (IOException e) {
            LOG.debug("session {}: the stream broke", session.number(), e);
            stream.call().close(); // the sender finds out as soon as it writes
            return false;
        }
    }

    /** Waits for more; what a filter left out meanwhile goes by in silence until a sign of life is due. */
    private void rest(LogReader at) throws IOException {
        long idle = settings.heartbeat().toNanos() - stream.idleNanos();
        if (idle > 0) at.await(idle);
        else stream.sendNothing(at.place().sequence());
    }

    private String whyOvertaken(LogReader at) {
        log.totals().resets.increment();
        LogPlace end = log.end();
        new SessionResetEvent().record(session, end.sequence() - at.place().sequence());
        return "the client fell further behind than the log's %d MiB reach: %d events and %d MiB; it has to start from"
                .formatted(log.capacity() >> 20, end.sequence() - at.place().sequence(),
                        end.position() - at.place().position() >> 20) + " a snapshot";
    }

    private void apply(FilterChange change) throws IOException {
        boolean isNew = !filter.wants(change.instrument());
        filter.set(change.instrument(), change.wanted());
        instruments = filter.size();
        if (!isNew || change.image().length == 0) return; // the stream had the last tick already
        stream.sendImage(change.image(), through());
    }
}
