package io.trunkline.bench;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.trunkline.bench.proto.SubscribeRequest;
import io.trunkline.bench.proto.TickBatch;
import io.trunkline.bench.proto.TickMessage;
import io.trunkline.bench.proto.TicksGrpc;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The serving side of a gRPC service of streams. Subscribers ask for messages of either kind.
 *
 * <p>One thread sends; it waits while a stream is not ready. The server's own thread adds streams.
 */
final class GrpcStreams extends TicksGrpc.TicksImplBase implements Closeable {

    /** For the transport's native sockets. */
    static final List<String> JVM_ARGUMENTS = List.of("--enable-native-access=ALL-UNNAMED");

    /** Bytes of the flow control window of a stream and of a connection. */
    static final int WINDOW = 1 << 20;

    private static final int READY = 1 << 18; // bytes waiting in a stream that is still ready

    private final List<ServerCallStreamObserver<TickMessage>> single = new CopyOnWriteArrayList<>();
    private final List<ServerCallStreamObserver<TickBatch>> batched = new CopyOnWriteArrayList<>();
    private final Server server;
    private volatile Thread sender; // set before it waits

    GrpcStreams() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0))
                .flowControlWindow(WINDOW).directExecutor().addService(this).build().start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Waits until so many streams were asked for. */
    void await(int count) throws InterruptedException {
        Await.until(count + " streams were asked for", () -> single.size() + batched.size() >= count);
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<TickMessage> stream) {
        add(stream, single);
    }

    @Override
    public void subscribeBatched(SubscribeRequest request, StreamObserver<TickBatch> stream) {
        add(stream, batched);
    }

    private <T> void add(StreamObserver<T> stream, List<ServerCallStreamObserver<T>> streams) {
        ServerCallStreamObserver<T> added = (ServerCallStreamObserver<T>) stream;
        added.setOnReadyThreshold(READY);
        added.setOnReadyHandler(() -> LockSupport.unpark(sender));
        added.setOnCancelHandler(() -> LockSupport.unpark(sender));
        streams.add(added);
    }

    /** Sends to all that asked for single events. */
    void send(TickMessage message) {
        for (ServerCallStreamObserver<TickMessage> stream : single) send(message, stream);
    }

    /** Sends to all that asked for batches. */
    void send(TickBatch batch) {
        for (ServerCallStreamObserver<TickBatch> stream : batched) send(batch, stream);
    }

    private <T> void send(T message, ServerCallStreamObserver<T> stream) {
        if (!stream.isReady()) awaitReady(stream);
        stream.onNext(message);
    }

    private void awaitReady(ServerCallStreamObserver<?> stream) {
        sender = Thread.currentThread();
        while (!stream.isReady()) {
            if (stream.isCancelled()) throw new IllegalStateException("a subscriber ended its stream");
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
