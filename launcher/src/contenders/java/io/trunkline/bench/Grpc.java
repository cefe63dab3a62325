package io.trunkline.bench;

import io.trunkline.bench.proto.SubscribeRequest;
import io.trunkline.bench.proto.TickMessage;
import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * gRPC server streaming, one protobuf message an event: plaintext, handled on the transport's threads, windows raised.
 * Messages explain themselves, as people write them: the instrument is text in each.
 */
public final class Grpc implements Transport {

    @Override
    public String name() {
        return "grpc";
    }

    @Override
    public String description() {
        return "gRPC server streaming, one protobuf message an event";
    }

    @Override
    public List<String> jvmArguments() {
        return GrpcStreams.JVM_ARGUMENTS;
    }

    @Override
    public Publisher publish(PublishSpec spec) throws IOException {
        return new Sender();
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) {
        GrpcTicks ticks = new GrpcTicks();
        return GrpcReceiver.<TickMessage>open(spec.address(),
                (stub, stream) -> stub.subscribe(SubscribeRequest.getDefaultInstance(), stream),
                message -> handler.accept(ticks.toTick(message)));
    }

    /** Hands each tick to the streams; the transport gathers what it writes. */
    private static final class Sender implements Publisher {

        private final GrpcTicks ticks = new GrpcTicks();
        private final GrpcStreams streams = new GrpcStreams();

        Sender() throws IOException {}

        @Override
        public String address() {
            return streams.address();
        }

        @Override
        public void awaitSubscribers(int count) throws InterruptedException {
            streams.await(count);
        }

        @Override
        public void publish(Tick tick) {
            streams.send(ticks.toMessage(tick));
        }

        @Override
        public void flush() {
            // the transport writes by itself
        }

        @Override
        public void close() {
            streams.close();
        }
    }
}
