package io.trunkline.bench;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.trunkline.bench.proto.SubscribeRequest;
import io.trunkline.bench.proto.TicksGrpc;
import java.io.Closeable;
import java.util.function.Consumer;

/** A stream that a subscriber asked for. Messages are handed on by the channel's own thread. */
final class GrpcReceiver<T> implements ClientResponseObserver<SubscribeRequest, T> {

    private final Consumer<T> handler;

    private GrpcReceiver(Consumer<T> handler) {
        this.handler = handler;
    }

    /** A way of asking for a stream. */
    interface Method<T> {

        void call(TicksGrpc.TicksStub stub, ClientResponseObserver<SubscribeRequest, T> stream);
    }

    /** Asks for a stream. */
    static <T> Closeable open(String address, Method<T> method, Consumer<T> handler) {
        ManagedChannel channel = NettyChannelBuilder.forTarget(address).usePlaintext().directExecutor()
                .flowControlWindow(GrpcStreams.WINDOW).build();
        method.call(TicksGrpc.newStub(channel), new GrpcReceiver<>(handler));
        return channel::shutdownNow;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<SubscribeRequest> stream) {
        stream.disableAutoRequestWithInitial(Integer.MAX_VALUE); // the window of bytes is limit enough
    }

    @Override
    public void onNext(T message) {
        handler.accept(message);
    }

    @Override
    public void onError(Throwable fault) {
        boolean ended = Status.fromThrowable(fault).getCode() == Status.Code.UNAVAILABLE; // either side was closed
        if (!ended) throw new IllegalStateException("gRPC stream", fault);
    }

    @Override
    public void onCompleted() {
        // the publisher never completes a stream
    }
}
