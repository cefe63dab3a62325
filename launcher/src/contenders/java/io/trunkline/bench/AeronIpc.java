package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Aeron's IPC with the product's frames. The driver lives in the publisher's JVM, its files in shared memory; its one
 * thread, and a subscriber that finds nothing, go to sleep.
 */
public final class AeronIpc implements Transport {

    static final String CHANNEL = "aeron:ipc";
    static final int STREAM = 1;

    @Override
    public String name() {
        return "aeron-ipc";
    }

    @Override
    public String description() {
        return "Aeron IPC with the same frames";
    }

    @Override
    public List<String> jvmArguments() {
        return List.of("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
    }

    @Override
    public Publisher publish(PublishSpec spec) {
        return new AeronSender(spec);
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) {
        return AeronReader.start(spec, handler);
    }
}
