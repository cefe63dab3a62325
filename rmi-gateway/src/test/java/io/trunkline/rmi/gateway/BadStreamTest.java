package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.rmi.wire.Chunk;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that break the rules: they are counted, given up and opened anew, and nothing of theirs is published. */
@Timeout(60)
class BadStreamTest {

    private final Rig rig = new Rig();
    private FakeService service;
    private MainEngine client;
    private Recorder recorder;
    private FakeService.Line line;

    @BeforeEach
    void open() throws Exception {
        service = new FakeService();
        client = rig.engine();
        recorder = Recorder.of(client);
        Rig.connect(client, service.address());
        line = service.line();
        line.sync(10);
        line.send(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        recorder.await(Order.class, order -> true);
        Wait.until("the last chunk was counted", () -> Rig.count(client, "sequence") > 10);
    }

    @AfterEach
    void close() {
        rig.close();
        service.close();
    }

    /** Asserts that the session was given up for a reason and that the next one works. */
    private void assertOpenedAnew(String reason) throws Exception {
        recorder.await(GatewayStatus.class,
                status -> status.state() == GatewayState.CONNECTING && status.detail().contains(reason));
        FakeService.Line next = service.line();
        next.sync(3);
        next.send(Samples.trade("CTP", "fresh", "1"));
        recorder.await(Trade.class, trade -> trade.id().local().equals("CTP.fresh"));
        assertThat(recorder.of(Trade.class)).hasSize(1);
        assertThat(recorder.of(Order.class)).hasSize(1);
        assertThat(recorder.of(Tick.class)).isEmpty();
    }

    private void assertCounts(long gaps, long lost, long duplicates) {
        assertThat(Rig.count(client, "gaps")).as("gaps").isEqualTo(gaps);
        assertThat(Rig.count(client, "lost")).as("lost").isEqualTo(lost);
        assertThat(Rig.count(client, "duplicates")).as("duplicates").isEqualTo(duplicates);
    }

    @Test
    void aGapIsCountedWithWhatWasLost() throws Exception {
        long through = Rig.count(client, "sequence");

        line.send(Chunk.Kind.EVENTS, through + 5, through + 8, Samples.trade("CTP", "late", "1"));

        assertOpenedAnew("goes on after " + (through + 5) + " instead of " + through);
        assertCounts(1, 5, 0);
    }

    @Test
    void aRepeatedChunkIsCountedByItsEvents() throws Exception {
        long through = Rig.count(client, "sequence");

        line.send(Chunk.Kind.EVENTS, through - 2, through, Samples.trade("CTP", "again", "1"));

        assertOpenedAnew("goes on after " + (through - 2));
        assertCounts(0, 0, 2);
    }

    @Test
    void aRepeatedFrameWithinAChunkIsCounted() throws Exception {
        long through = Rig.count(client, "sequence");
        byte[] frames = line.frames(Samples.account("CTP", 1));
        byte[] twice = Arrays.copyOf(frames, frames.length * 2);
        System.arraycopy(frames, 0, twice, frames.length, frames.length);

        line.sendBytes(Chunk.Kind.EVENTS, through, through + 2, twice);

        assertOpenedAnew("follows frame");
        assertCounts(0, 0, 1);
    }

    @Test
    void aChunkThatGoesBackIsNoDuplicateOfAnything() throws Exception {
        long through = Rig.count(client, "sequence");

        line.send(Chunk.Kind.EVENTS, through, through - 9);

        assertOpenedAnew("back to " + (through - 9));
        assertCounts(0, 0, 0);
    }

    @Test
    void aFrameBeyondItsChunksRangeIsRefused() throws Exception {
        long through = Rig.count(client, "sequence");

        line.send(Chunk.Kind.EVENTS, through, through, Samples.trade("CTP", "beyond", "1"));

        assertOpenedAnew("in a chunk through " + through);
    }

    @Test
    void anUnknownKindOfFrameIsRefused() throws Exception {
        long through = Rig.count(client, "sequence");
        byte[] frame = line.frames(Samples.trade("CTP", "odd", "1"));
        frame[4] = 99;

        line.sendBytes(Chunk.Kind.EVENTS, through, through + 1, frame);

        assertOpenedAnew("unknown kind of frame: 99");
    }

    @Test
    void aCutFrameIsRefused() throws Exception {
        long through = Rig.count(client, "sequence");
        byte[] frame = line.frames(Samples.trade("CTP", "cut", "1"));

        line.sendBytes(Chunk.Kind.EVENTS, through, through + 1, Arrays.copyOf(frame, frame.length - 3));

        assertOpenedAnew("a frame is cut off");
    }

    @Test
    void aSecondSnapshotIsRefused() throws Exception {
        line.send(Chunk.Kind.SNAPSHOT_BEGIN, 20, 20);

        assertOpenedAnew("a second snapshot");
    }

    @Test
    void aPartOfASnapshotOutsideOfOneIsRefused() throws Exception {
        line.send(Chunk.Kind.SNAPSHOT, 20, 20, Samples.trade("CTP", "stray", "1"));

        assertOpenedAnew("outside of one");
    }

    @Test
    void anEndOfASnapshotThatDidNotBeginIsRefused() throws Exception {
        line.send(Chunk.Kind.SNAPSHOT_END, 20, 20);

        assertOpenedAnew("a snapshot ends that did not begin");
    }

    @Test
    void nothingButTicksComesOutsideOfTheSequence() throws Exception {
        line.send(Chunk.Kind.IMAGE, 11, 11, Samples.trade("CTP", "hidden", "1"));

        assertOpenedAnew("something else than a tick");
    }

    @Test
    void eventsBeforeTheSnapshotAreRefused() throws Exception {
        line.cut();
        line = service.line();

        line.send(Samples.trade("CTP", "early", "1"));

        assertOpenedAnew("events before the snapshot's end");
    }

    @Test
    void anUnknownInstrumentNumberIsRefused() throws Exception {
        long through = Rig.count(client, "sequence");
        byte[] frame = line.frames(Samples.tick("CTP", RB, 4));
        frame[16] = 77;

        line.sendBytes(Chunk.Kind.EVENTS, through, through + 1, frame);

        assertOpenedAnew("unknown instrument number: 77");
    }

    @Test
    void aSnapshotThatBreaksOffIsNotComparedWith() throws Exception {
        line.cut();
        FakeService.Line half = service.line();
        half.send(Chunk.Kind.SNAPSHOT_BEGIN, 20, 20);
        half.cut();

        FakeService.Line whole = service.line();
        whole.send(Chunk.Kind.SNAPSHOT_BEGIN, 30, 30);
        whole.send(Chunk.Kind.SNAPSHOT, 30, 30, Samples.order("CTP", "1", Status.NOTTRADED, 0));
        whole.send(Chunk.Kind.SNAPSHOT_END, 30, 30);
        Resync resync = recorder.await(Resync.class, any -> true);

        assertThat(resync.removed()).isEmpty();
        assertThat(recorder.of(Order.class)).hasSize(1);
        assertThat(client.orders()).hasSize(1);
    }

    @Test
    void aServerThatSendsNothingIsStaleAndThenGivenUp() throws Exception {
        Rig.awaitState(client, "RPC", GatewayState.STALE);

        recorder.await(GatewayStatus.class, status -> status.detail().equals(
                "nothing was heard of the server for " + Rig.TIMEOUT.multipliedBy(2).toMillis() + " ms"));

        service.line();
    }

    @Test
    void aServerThatSendsButDoesNotAnswerIsGivenUpToo() throws Exception {
        service.mute = true;
        Thread sending = new Thread(() -> {
            try {
                while (true) {
                    line.send();
                    LockSupport.parkNanos(Rig.HEARTBEAT.toNanos() / 4);
                }
            } catch (IOException e) {
                // the session was given up
            }
        });
        sending.setDaemon(true);
        sending.start();

        recorder.await(GatewayStatus.class, status -> status.detail().equals(
                "the server did not answer for " + Rig.TIMEOUT.multipliedBy(2).toMillis() + " ms"));
        sending.join(Wait.PATIENCE.toMillis());

        assertThat(sending.isAlive()).isFalse();
        service.mute = false;
    }
}
