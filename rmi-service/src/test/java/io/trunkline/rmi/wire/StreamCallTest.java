package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream from our caller into a callback that the platform exported, on a connection that the client opened. */
@Timeout(60)
class StreamCallTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final byte[] secret = new byte[EventStream.SECRET_LENGTH];
    private final BlockingQueue<List<Object>> chunks = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private Exports server;
    private ReversePort client;
    private RemoteCaller toServer;
    private RemoteCaller caller;
    private byte[] id;

    private final RpcCallback callback = new RpcCallback() {
        @Override
        public void onEvents(EventStream events) {
            calls.add("onEvents returned");
        }

        @Override
        public void onClosed(byte[] reason) throws RemoteException {
            try {
                calls.add("onClosed " + Messages.decodeText(reason));
            } catch (WireException e) {
                throw new RemoteException("bad", e);
            }
        }
    };

    /** Where the server listens. */
    Address address() {
        return Exports.LOOPBACK;
    }

    Optional<Tls> serverTls() {
        return Optional.empty();
    }

    Optional<Tls> clientTls() {
        return Optional.empty();
    }

    @BeforeEach
    void export() throws RemoteException {
        Arrays.fill(secret, (byte) -7);
        server = new Exports(Exports.LIMITS, address(), serverTls());
        server.export(Servant.echo(), Filters.forService());
        client = new ReversePort(LONG);
        id = ObjectIds.of(UnicastRemoteObject.exportObject(callback, 0, null, client, Filters.forCallback()));
        toServer = new RemoteCaller(server.port().address(), clientTls(), LONG, LONG);
        caller = server.callerOf(secret);
        toServer.openReverse(client, secret);
        EventStream.expect(secret, in -> {
            Chunk chunk = new Chunk();
            do {
                chunk.read(in);
                long sum = 0;
                for (int i = 0; i < chunk.length(); i++) sum += chunk.body()[i];
                chunks.add(List.of(chunk.kind(), chunk.after(), chunk.through(), chunk.conflated(), chunk.length(),
                        sum));
            } while (chunk.kind() != Chunk.Kind.CLOSE);
        });
    }

    private void connectAgain() throws RemoteException {
        caller.close();
        caller = server.callerOf(secret);
        toServer.openReverse(client, secret);
    }

    @AfterEach
    void close() throws RemoteException {
        EventStream.forget(secret);
        caller.close();
        toServer.close();
        UnicastRemoteObject.unexportObject(callback, true);
        client.close();
        server.close();
    }

    private static ChunkWriter chunk(Chunk.Kind kind, long number, int length) {
        ChunkWriter writer = new ChunkWriter(16);
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 1);
        writer.frames().writeBytes(body, 0, length);
        return writer.finish(kind, number, number + 1, number + 2);
    }

    private List<Object> next() throws InterruptedException {
        return chunks.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void manyChunksOfAllSizesArriveInOrderThroughOneCall() throws Exception {
        int[] lengths = {0, 1, 226, 227, 255, 256, 1024, 65_536, Protocol.MAX_CHUNK};
        try (StreamCall stream = caller.openStream(id, secret)) {
            for (int i = 0; i < 3000; i++) stream.send(chunk(Chunk.Kind.EVENTS, i, lengths[i % (i < 50 ? 9 : 7)]));
            stream.send(chunk(Chunk.Kind.CLOSE, 5, 0));
            stream.end();
        }
        for (int i = 0; i < 3000; i++) {
            int length = lengths[i % (i < 50 ? 9 : 7)];
            assertThat(next()).containsExactly(Chunk.Kind.EVENTS, (long) i, i + 1L, i + 2L, length, (long) length);
        }
        assertThat(next()).startsWith(Chunk.Kind.CLOSE);
        assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo("onEvents returned");
    }

    @Test
    void eachChunkArrivesWhileTheCallGoesOn() throws Exception {
        try (StreamCall stream = caller.openStream(id, secret)) {
            for (int i = 0; i < 5; i++) {
                stream.send(chunk(Chunk.Kind.EVENTS, i, 3));
                assertThat(next()).containsExactly(Chunk.Kind.EVENTS, (long) i, i + 1L, i + 2L, 3, 3L);
            }
            assertThat(calls).isEmpty();
        }
    }

    @Test
    void everyKindOfChunkArrives() throws Exception {
        try (StreamCall stream = caller.openStream(id, secret)) {
            for (Chunk.Kind kind : Chunk.Kind.values()) {
                stream.send(chunk(kind, 1, 0));
                assertThat(next()).startsWith(kind);
            }
            stream.end();
        }
    }

    @Test
    void whatIsNotTakenAtOnceIsSentLaterAndNothingIsMixedUp() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        EventStream.expect(secret, in -> {
            Waiting.await(go);
            Chunk chunk = new Chunk();
            do {
                chunk.read(in);
                chunks.add(List.of(chunk.through(), chunk.length(), (int) chunk.body()[chunk.length() - 1]));
            } while (chunk.kind() != Chunk.Kind.CLOSE);
        });
        int length = 50_000;
        try (StreamCall stream = caller.openStream(id, secret)) {
            int sent = 0;
            while (stream.sendNow(chunk(Chunk.Kind.EVENTS, sent, length))) sent++;
            ChunkWriter next = chunk(Chunk.Kind.EVENTS, sent + 1, length);
            assertThatThrownBy(() -> stream.sendNow(next)).isInstanceOf(IllegalStateException.class);
            go.countDown();
            for (int i = 0; i < sent; i++) assertThat(next()).containsExactly(i + 1L, length, 1);
            stream.sendRest();
            stream.sendRest();
            assertThat(next()).containsExactly(sent + 1L, length, 1);
            stream.send(next);
            stream.send(chunk(Chunk.Kind.CLOSE, sent + 2, 1));
            stream.end();
            assertThat(next()).containsExactly(sent + 2L, length, 1);
        }
    }

    private static ByteBuffer outsideOfTheHeap(int length, int value) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length + 20);
        for (int i = 0; i < length; i++) bytes.put(10 + i, (byte) value);
        return bytes.limit(10 + length).position(10);
    }

    private static ChunkWriter header(long number, int length) {
        ChunkWriter writer = new ChunkWriter(16);
        writer.finishHeader(Chunk.Kind.EVENTS, number, number + 1, number + 2, length);
        return writer;
    }

    @Test
    void aRunArrivesLikeAnyChunkAndOneThatIsTornIsThrownAway() throws Exception {
        try (StreamCall stream = caller.openStream(id, secret)) {
            assertThat(stream.takesRuns()).isTrue();
            assertThat(stream.sendRun(header(1, 900_000), outsideOfTheHeap(900_000, 1), () -> true)).isTrue();
            assertThat(stream.sendRun(header(2, 900_000), outsideOfTheHeap(900_000, 2), () -> false)).isFalse();
            stream.send(chunk(Chunk.Kind.EVENTS, 3, 5));
            assertThat(stream.sendRun(header(4, 7), outsideOfTheHeap(7, 3), () -> true)).isTrue();
            stream.send(chunk(Chunk.Kind.CLOSE, 5, 0));
            stream.end();
        }
        assertThat(next()).containsExactly(Chunk.Kind.EVENTS, 1L, 2L, 0L, 900_000, 900_000L);
        assertThat(next()).containsExactly(Chunk.Kind.EVENTS, 3L, 4L, 5L, 5, 5L);
        assertThat(next()).containsExactly(Chunk.Kind.EVENTS, 4L, 5L, 0L, 7, 21L);
        assertThat(next()).startsWith(Chunk.Kind.CLOSE);
    }

    @Test
    void theLastRunIsTakenAsSoonAsTheRestIsSent() throws Exception {
        try (StreamCall stream = caller.openStream(id, secret)) {
            stream.sendRun(header(1, 900), outsideOfTheHeap(900, 1), () -> true);
            stream.sendRun(header(2, 900), outsideOfTheHeap(900, 1), () -> true);
            assertThat(next()).startsWith(Chunk.Kind.EVENTS, 1L);
            assertThatThrownBy(() -> stream.sendNow(chunk(Chunk.Kind.EVENTS, 3, 5)))
                    .isInstanceOf(IllegalStateException.class);
            stream.sendRest();
            assertThat(next()).startsWith(Chunk.Kind.EVENTS, 2L);
            stream.sendRun(header(3, 900), outsideOfTheHeap(900, 1), () -> true);
            stream.send(chunk(Chunk.Kind.CLOSE, 4, 0));
            stream.end();
            assertThat(next()).startsWith(Chunk.Kind.EVENTS, 3L);
        }
    }

    @Test
    void aStreamIsTakenOnConnectionsForCallsToTheClientOnly() {
        assertThatThrownBy(ReversePort::beginContent).isInstanceOf(IOException.class);
    }

    @Test
    void anUnknownSecretIsRefusedWithoutAReceiver() throws Exception {
        byte[] wrong = secret.clone();
        wrong[15]++;
        assertThatThrownBy(() -> caller.openStream(id, wrong)).isInstanceOf(IOException.class);
        assertThat(chunks).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void aForgottenSecretIsUnknown() throws Exception {
        EventStream.forget(secret);
        assertThatThrownBy(() -> caller.openStream(id, secret)).isInstanceOf(IOException.class);
        assertThat(chunks).isEmpty();
    }

    @Test
    void aChunkOfNoKnownKindOrLengthEndsTheStreamOnly() throws Exception {
        for (ChunkWriter bad : List.of(chunk(Chunk.Kind.EVENTS, 1, 0), chunk(Chunk.Kind.EVENTS, 1, 0))) {
            try (StreamCall stream = caller.openStream(id, secret)) {
                if (chunks.isEmpty()) bad.frames().array()[0] = 77;
                else bad.frames().putInt(Chunk.HEADER - Integer.BYTES, Integer.MAX_VALUE);
                stream.send(bad);
                assertThatThrownBy(stream::end).isInstanceOf(IOException.class);
                chunks.add(List.of());
            }
            connectAgain();
        }
        chunks.clear();
        try (StreamCall stream = caller.openStream(id, secret)) {
            stream.send(chunk(Chunk.Kind.CLOSE, 1, 0));
            stream.end();
        }
        assertThat(next()).startsWith(Chunk.Kind.CLOSE);
    }

    @Test
    void theReasonOfAnEndArrivesByACallOfItsOwn() throws Exception {
        caller.callOnClosed(id, "关门");
        caller.callOnClosed(id, "again");
        assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo("onClosed 关门");
        assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo("onClosed again");
        assertThat(client.connections()).isEqualTo(1);
    }

    @Test
    void anUnknownCallbackIsGone() {
        assertThatThrownBy(() -> caller.callOnClosed(new byte[22], "x")).isInstanceOf(NoSuchObjectException.class);
    }

    @Test
    void aStreamIsNeverWrittenByThePlatform() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(new EventStream())).isInstanceOf(NotSerializableException.class);
        }
    }
}
