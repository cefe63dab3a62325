package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The raw socket with an event engine on both ends, as a whole server and a whole client have. */
public final class RawWhole implements Transport {

    private final RawTcp raw = new RawTcp();

    @Override
    public String name() {
        return "raw-tcp-whole";
    }

    @Override
    public String description() {
        return "the raw socket with an event engine on both ends";
    }

    @Override
    public Publisher publish(PublishSpec spec) throws Exception {
        return new EnginePublisher(spec, raw.publish(spec));
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws Exception {
        MainEngine engine = MainEngine.create();
        engine.events().on(Tick.class, handler::accept);
        BenchGateway.Provider gateway = new BenchGateway.Provider();
        engine.addGateway(gateway, GatewaySubscriber.TYPE);
        Closeable reader = raw.subscribe(spec, gateway.sink()::publish);
        return () -> {
            reader.close();
            engine.close();
        };
    }

    /** Publishes on an engine, whose thread writes to the sockets. */
    private static final class EnginePublisher implements Publisher {

        private final MainEngine engine = MainEngine.create();
        private final Publisher writer;
        private final EventSink sink;

        EnginePublisher(PublishSpec spec, Publisher writer) throws InterruptedException {
            this.writer = writer;
            BenchGateway.Provider gateway = new BenchGateway.Provider();
            engine.addGateway(gateway, Workload.GATEWAY);
            sink = gateway.sink();
            for (Contract contract : spec.workload().contracts()) sink.publish(contract);
            Await.until("the books have the contracts",
                    () -> engine.contracts().size() == spec.workload().contracts().size());
            engine.events().tap(event -> {
                if (event instanceof Tick tick) write(tick);
            });
        }

        private void write(Tick tick) {
            try {
                writer.publish(tick);
            } catch (Exception e) {
                throw new IllegalStateException("the raw socket failed", e);
            }
        }

        @Override
        public String address() {
            return writer.address();
        }

        @Override
        public void awaitSubscribers(int count) throws Exception {
            writer.awaitSubscribers(count);
        }

        @Override
        public void publish(Tick tick) {
            sink.publish(tick);
        }

        @Override
        public void flush() {
            engine.events().execute(() -> {
                try {
                    writer.flush();
                } catch (Exception e) {
                    throw new IllegalStateException("the raw socket failed", e);
                }
            });
        }

        @Override
        public void close() {
            engine.close();
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
