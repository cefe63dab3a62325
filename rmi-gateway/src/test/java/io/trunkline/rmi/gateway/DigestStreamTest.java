package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Status;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.RecordHash;
import io.trunkline.rmi.wire.RecordHasher;
import io.trunkline.rmi.wire.WireWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client makes of digests that a test writes by hand. */
@Timeout(60)
class DigestStreamTest {

    private static final Digest WRONG = new Digest(Digest.EVERYTHING,
            Map.of(RecordKind.TRADE, Total.NONE.plus(new RecordHash(1, 2))));
    private static final Digest NOTHING = new Digest(Digest.EVERYTHING, Map.of());

    private final Rig rig = new Rig();
    private FakeService service;
    private MainEngine client;
    private Recorder recorder;

    @BeforeEach
    void open() throws Exception {
        service = new FakeService();
        client = rig.engine();
        recorder = Recorder.of(client);
        Rig.connect(client, service.address());
        rig.letDiffer();
    }

    @AfterEach
    void close() {
        rig.close();
        service.close();
    }

    private static Digest digestOfOrder(Status status) {
        return new Digest(Digest.EVERYTHING, Map.of(RecordKind.ORDER,
                Total.NONE.plus(new RecordHasher("").hash(Samples.order("CTP", "1", status, 0)))));
    }

    @Test
    void nothingIsSaidBeforeTheFirstComparison() throws Exception {
        FakeService.Line line = service.line();
        assertThat(Rig.sign(client)).isEqualTo("not compared yet");

        line.sync(10);
        line.send(NOTHING);

        Rig.awaitSign(client, "equal");
        assertThat(Rig.count(client, "digests compared")).isOne();
    }

    @Test
    void aDigestIsComparedAtItsPlaceAmongTheEventsThoughTheHandlersAreLate() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);
        CountDownLatch late = new CountDownLatch(1);
        client.events().execute(() -> Wait.on(late));

        line.send(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        line.send(digestOfOrder(Status.NOTTRADED));
        line.send(Samples.order("CTP", "1", Status.CANCELLED, 0));
        line.send(digestOfOrder(Status.CANCELLED));
        Wait.until("all was received", () -> Rig.count(client, "events") == 2);
        late.countDown();

        Rig.awaitSign(client, "equal");
        assertThat(Rig.count(client, "digests that differed")).isZero();
    }

    @Test
    void aDifferenceThatAFreshSnapshotDoesNotHealMakesNoLoop() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);
        line.send(WRONG);
        recorder.await(GatewayStatus.class, status -> status.state() == GatewayState.CONNECTING
                && status.detail().equals("the books differ from the server's: trades"));

        FakeService.Line next = service.line();
        next.sync(20);
        next.send(WRONG);
        recorder.await(LogEntry.class, entry -> entry.message().contains("the next one has to wait"));
        next.send(WRONG);
        Wait.until("compared", () -> Rig.count(client, "digests that differed") == 3);
        Rig.awaitSign(client, "differ: trades");

        next.send(NOTHING);
        Rig.awaitSign(client, "equal");
        assertThat(service.opens).hasValue(2);
        assertThat(recorder.of(LogEntry.class)).filteredOn(entry -> entry.message().contains("has to wait")).hasSize(1);
    }

    @Test
    void aDifferenceIsRecorded() throws Exception {
        LinkedBlockingQueue<RecordedEvent> recorded = new LinkedBlockingQueue<>();
        try (RecordingStream recording = new RecordingStream()) {
            recording.enable("io.trunkline.BooksDiffer");
            recording.onEvent("io.trunkline.BooksDiffer", recorded::add);
            recording.startAsync();
            FakeService.Line line = service.line();
            line.sync(10);

            line.send(WRONG);

            RecordedEvent differ = recorded.poll(20, TimeUnit.SECONDS);
            assertThat(differ).isNotNull();
            assertThat(differ.getString("gateway")).isEqualTo("RPC");
            assertThat(differ.getString("kinds")).isEqualTo("trades");
            assertThat(differ.getLong("sequence")).isEqualTo(11);
        }
    }

    @Test
    void theSnapshotThatHealsIsAFreshOne() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);
        line.send(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        line.send(WRONG);
        service.line();

        assertThat(service.requests).hasSize(2).allMatch(request -> request.through() == 0);
    }

    @Test
    void otherSetsOfRecordsAreNotComparedWithEverything() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);
        line.send(new Digest(7, WRONG.totals()));
        line.send(NOTHING);

        Rig.awaitSign(client, "equal");
        assertThat(Rig.count(client, "digests that differed")).isZero();
    }

    @Test
    void aDigestInASnapshotIsRefused() throws Exception {
        WireWriter out = new WireWriter(256);
        new FrameEncoder(new Dictionary(), 9, kind -> Optional.empty()).encode(NOTHING, out);
        FakeService.Line line = service.line();

        line.send(Chunk.Kind.SNAPSHOT_BEGIN, 10, 10);
        line.sendBytes(Chunk.Kind.SNAPSHOT, 10, 10, out.toByteArray());

        recorder.await(GatewayStatus.class, status -> status.detail().contains("a digest in a snapshot"));
        service.line().sync(3);
        Rig.awaitLive(client);
    }
}
