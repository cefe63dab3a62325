package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The product itself, from a gateway's publishing to a decoded event; with an engine on both ends, from there to there.
 */
abstract class Trunkline implements Transport {

    /** What the bytes take. */
    private enum Way { TCP, TLS, UNIX }

    private final String name;
    private final String description;
    private final Way way;
    private final boolean engines;

    private Trunkline(String name, String description, Way way, boolean engines) {
        this.name = name;
        this.description = description;
        this.way = way;
        this.engines = engines;
    }

    /** Over TCP, from the service's recorder to the gateway's sink. */
    public static final class Tcp extends Trunkline {
        /** Found by the service loader. */
        public Tcp() {
            super("trunkline", "event log, session, stream, checks, decoder", Way.TCP, false);
        }
    }

    /** The same over a Unix-domain socket. */
    public static final class Unix extends Trunkline {
        /** Found by the service loader. */
        public Unix() {
            super("trunkline-unix", "the same over a Unix-domain socket", Way.UNIX, false);
        }
    }

    /** The same over TCP with TLS 1.3. */
    public static final class Tls extends Trunkline {
        /** Found by the service loader. */
        public Tls() {
            super("trunkline-tls", "the same over TLS 1.3, both sides with a certificate", Way.TLS, false);
        }
    }

    /** Over TCP, from the server's event engine to a handler on the client's. */
    public static final class Whole extends Trunkline {
        /** Found by the service loader. */
        public Whole() {
            super("trunkline-whole", "from the server's event engine to a handler of the client's", Way.TCP, true);
        }
    }

    /** The same over a Unix-domain socket. */
    public static final class WholeUnix extends Trunkline {
        /** Found by the service loader. */
        public WholeUnix() {
            super("trunkline-whole-unix", "the same over a Unix-domain socket", Way.UNIX, true);
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
    public Publisher publish(PublishSpec spec) throws Exception {
        String bind = way == Way.UNIX ? "unix:" + spec.folder().resolve("s") : "127.0.0.1";
        BenchKeys keys = BenchKeys.in(spec.folder());
        if (way == Way.TLS) keys.make();
        return new TrunklinePublisher(spec, bind, way == Way.TLS ? keys.ofService() : Map.of(), engines);
    }

    @Override
    public Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws InterruptedException {
        if (engines) return EngineSubscriber.of(spec, handler);
        return GatewaySubscriber.of(spec, way == Way.TLS ? BenchKeys.in(spec.folder()).ofClient() : Map.of(), handler);
    }
}
