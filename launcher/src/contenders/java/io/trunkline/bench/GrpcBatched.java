package io.trunkline.bench;

import io.trunkline.bench.proto.SubscribeRequest;
import io.trunkline.bench.proto.TickBatch;
import io.trunkline.bench.proto.TickMessage;
import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** gRPC server streaming as {@link Grpc}, several events a message. */
public final class GrpcBatched implements Transport {

    private static final int BATCH = 128;

    @Override
    public String name() {
        return "grpc-batched";
    }

    @Override
    public String description() {
        return "gRPC server streaming, up to " + BATCH + " events a protobuf message";
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
        return GrpcReceiver.<TickBatch>open(spec.address(),
                (stub, stream) -> stub.subscribeBatched(SubscribeRequest.getDefaultInstance(), stream), batch -> {
                    for (TickMessage message : batch.getTicksList()) handler.accept(ticks.toTick(message));
                });
    }

    /** Gathers ticks to batches. */
    private static final class Sender implements Publisher {

        private final GrpcTicks ticks = new GrpcTicks();
        private final GrpcStreams streams = new GrpcStreams();
        private TickBatch.Builder batch = TickBatch.newBuilder();

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
            batch.addTicks(ticks.toMessage(tick));
            if (batch.getTicksCount() >= BATCH) flush();
        }

        @Override
        public void flush() {
            if (batch.getTicksCount() == 0) return;
            streams.send(batch.build());
            batch = TickBatch.newBuilder();
        }

        @Override
        public void close() {
            streams.close();
        }
    }
}
