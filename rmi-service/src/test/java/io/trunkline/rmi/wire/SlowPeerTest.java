package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.rmi.UnmarshalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that take and give little by little, and connections that ended while nobody used them. */
@Timeout(60)
class SlowPeerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final byte[] ID = new byte[22];
    private static final int CALL_BYTES =
            Jrmp.call(ID, RpcService.class.getMethods()[0]).length + Jrmp.BYTES.length + 5;

    private static RpcService service(RemoteCaller caller) {
        return caller.proxy(RpcService.class, ID);
    }

    private static RemoteCaller caller(FakePeer peer, Duration readCap) {
        return new RemoteCaller(new Address.Tcp("127.0.0.1", peer.number()), LONG, readCap);
    }

    /** A right reply with so many bytes. */
    private static byte[] reply(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(Jrmp.NORMAL_RETURN);
        out.write(new byte[Jrmp.RESULT_ID_LENGTH]);
        out.write(Jrmp.BYTES);
        out.writeInt(length);
        out.write(new byte[length]);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void aReplyThatDripsIsBoundedAsAWhole(int length) throws Exception {
        byte[] reply = reply(length);
        AtomicInteger sent = new AtomicInteger();
        try (FakePeer dripping = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            in.readFully(new byte[CALL_BYTES]);
            int atOnce = length == 0 ? 0 : reply.length - length;
            out.write(reply, 0, atOnce);
            for (int at = atOnce; at < reply.length; at++) {
                drip(out, reply[at]);
                sent.incrementAndGet();
            }
        }); RemoteCaller caller = caller(dripping, SHORT)) {
            assertThatThrownBy(() -> service(caller).open(new byte[1])).isInstanceOf(UnmarshalException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);
            assertThat(sent.get()).as("bytes that came one by one").isLessThan(length == 0 ? reply.length : length);
        }
    }

    /** One byte, well within what a single read may wait. */
    private static void drip(OutputStream out, byte value) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(SHORT.toMillis() / 6);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        out.write(value);
    }

    @Test
    void aLongReplyMayTakeLongerThanAShortOne() throws Exception {
        byte[] reply = reply(200_000);
        Duration cap = Duration.ofSeconds(1);
        try (FakePeer steady = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            in.readFully(new byte[CALL_BYTES]);
            int half = reply.length / 2;
            out.write(reply, 0, half);
            long start = System.nanoTime();
            int at = half;
            while (System.nanoTime() - start < cap.multipliedBy(3).dividedBy(2).toNanos()) drip(out, reply[at++]);
            out.write(reply, at, reply.length - at);
        }); RemoteCaller caller = caller(steady, cap)) {
            assertThat(service(caller).open(new byte[1])).hasSize(200_000);
        }
    }

    private interface Writing {
        void to(CallConnection connection) throws IOException;
    }

    static List<Named<Writing>> waysOfWriting() {
        int length = 64 << 20;
        byte[] nothing = {};
        return List.of(Named.of("an array", connection -> connection.write(new byte[length])),
                Named.of("a run", connection -> connection.writeRun(nothing, nothing, 0,
                        ByteBuffer.allocateDirect(length))));
    }

    @ParameterizedTest
    @MethodSource("waysOfWriting")
    void aWriteIsNotBlockedWhileThePeerTakesALittleNowAndThen(Writing writing) throws Exception {
        Semaphore sips = new Semaphore(0);
        try (FakePeer sipping = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            while (true) {
                sips.acquireUninterruptibly();
                in.readFully(new byte[1 << 20]);
            }
        })) {
            CallConnection connection = connect(sipping);
            CompletableFuture<Void> write = CompletableFuture.runAsync(() -> {
                try {
                    writing.to(connection);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            for (int i = 0; i < 3; i++) {
                Waiting.until(() -> connection.blockedWriteNanos(System.nanoTime()) > 300_000_000);
                sips.release(4);
                Waiting.until(() -> connection.blockedWriteNanos(System.nanoTime()) < 200_000_000);
                assertThat(write).isNotDone();
            }
            connection.close();
            assertThatThrownBy(() -> write.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(UncheckedIOException.class);
        }
    }

    private static CallConnection connect(FakePeer peer) throws IOException {
        try (TcpDialer dialer = new TcpDialer(new Address.Tcp("127.0.0.1", peer.number()), Optional.empty())) {
            return new CallConnection(dialer.next((int) LONG.toMillis()), (int) LONG.toMillis(), (int) LONG.toMillis());
        }
    }

    @Test
    void aConnectionThatEndedWhileNobodyUsedItIsNotUsedAgain() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        byte[] reply = reply(4);
        try (FakePeer leaving = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            in.readFully(new byte[CALL_BYTES]);
            out.write(reply);
            out.close();
            ended.countDown();
        }); RemoteCaller caller = caller(leaving, LONG)) {
            assertThat(service(caller).open(new byte[1])).hasSize(4);
            Waiting.await(ended);
            long start = System.nanoTime();
            Waiting.until(() -> System.nanoTime() - start > Duration.ofMillis(50).toNanos());

            assertThat(service(caller).open(new byte[1])).hasSize(4);

            assertThat(leaving.accepted()).isEqualTo(2);
        }
    }

    @Test
    void whoReadsAChunkHearsOfItsPartsAsTheyCome() throws IOException {
        ChunkWriter writer = new ChunkWriter(1 << 17);
        writer.frames().writeBytes(new byte[100_000], 0, 100_000);
        writer.finish(Chunk.Kind.EVENTS, 1, 2, 0);
        ByteArrayInputStream bytes = new ByteArrayInputStream(writer.frames().array(), 0, writer.frames().length());
        List<Integer> left = new ArrayList<>();

        new Chunk().read(new DataInputStream(bytes), () -> left.add(bytes.available()));

        assertThat(left).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }
}
