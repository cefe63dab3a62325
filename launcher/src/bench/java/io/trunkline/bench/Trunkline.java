package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.util.function.Consumer;

/**
 * The product itself, from a gateway's publishing to a decoded event; with an engine on both ends, from there to there.
 */
abstract class Trunkline implements Transport {

    private final String name;
    private final String description;
    private final boolean unix;
    private final boolean engines;

    private Trunkline(String name, String description, boolean unix, boolean engines) {
        this.name = name;
        this.description = description;
        this.unix = unix;
        this.engines = engines;
    }

    /** Over TCP, from the service's recorder to the gateway's sink. */
    public static final class Tcp extends Trunkline {
        /** Found by the service loader. */
        public Tcp() {
            super("trunkline", "event log, session, stream, checks, decoder", false, false);
        }
    }

    /** The same over a Unix-domain socket. */
    public static final class Unix extends Trunkline {
        /** Found by the service loader. */
        public Unix() {
            super("trunkline-unix", "the same over a Unix-domain socket", true, false);
        }
    }

    /** Over TCP, from the server's event engine to a handler on the client's. */
    public static final class Whole extends Trunkline {
        /** Found by the service loader. */
        public Whole() {
            super("trunkline-whole", "from the server's event engine to a handler of the client's", false, true);
        }
    }

    /** The same over a Unix-domain socket. */
    public static final class WholeUnix extends Trunkline {
        /** Found by the service loader. */
        public WholeUnix() {
            super("trunkline-whole-unix", "the same over a Unix-domain socket", true, true);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Publisher publish(PublishSpec spec) throws InterruptedException {
        return new TrunklinePublisher(spec, unix, engines);
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws InterruptedException {
        return engines ? EngineSubscriber.of(spec, handler) : GatewaySubscriber.of(spec, handler);
    }
}
