package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.rmi.Remote;
import java.rmi.dgc.Lease;
import java.rmi.dgc.VMID;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.ObjID;
import java.rmi.server.UnicastRemoteObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What may be called at a port. Whether a call reached the platform's garbage collector shows in that an object which
 * nobody holds lives on.
 */
@Timeout(60)
class CallHeadsTest {

    private static final byte[] SINGLE_CALL = {'J', 'R', 'M', 'I', 0, 2, 0x4C};

    /** An object that nothing refers to but who exports it. */
    private static final class Unheld implements RpcService {
        @Override
        public byte[] open(byte[] request) {
            return request;
        }
    }

    private interface Exporting {
        byte[] export(Remote object) throws IOException;
    }

    private static ObjID objectId(byte[] bytes) throws IOException {
        byte[] header = {(byte) 0xAC, (byte) 0xED, 0, 5, 0x77, (byte) bytes.length};
        return ObjID.read(new ObjectInputStream(new ByteArrayInputStream(Stranger.join(header, bytes))));
    }

    /** Says that somebody uses an object. */
    private static byte[] use(byte[] id) throws IOException {
        return Stranger.collector(1, new ObjID[] {objectId(id)}, 1L, new Lease(new VMID(), 600_000));
    }

    /** All that brings a call, after the greeting or with another, past who looks at beginnings alone. */
    private static Map<String, byte[]> waysToUse(byte[] id, byte[] other) throws Exception {
        byte[] use = use(id);
        byte[] head = Arrays.copyOf(use, 29);
        byte[] rest = Arrays.copyOfRange(use, 29, use.length);
        byte[] twoBlocks = Stranger.join(head, new byte[] {0x77, 12}, rest);
        twoBlocks[6] = 22;
        Method open = RpcService.class.getMethod("open", byte[].class);
        byte[] call = Stranger.call(other, open, new byte[9]);
        Map<String, byte[]> ways = new LinkedHashMap<>();
        ways.put("as it is", Stranger.join(Stranger.greeting(), use));
        ways.put("after a call", Stranger.join(Stranger.greeting(), call, use));
        ways.put("after a ping", Stranger.join(Stranger.greeting(), new byte[] {0x52}, use));
        ways.put("after an acknowledgement", Stranger.join(Stranger.greeting(), new byte[] {0x54}, new byte[14], use));
        ways.put("in two blocks", Stranger.join(Stranger.greeting(), twoBlocks));
        ways.put("in a long block", Stranger.join(Stranger.greeting(), Arrays.copyOf(use, 5),
                new byte[] {0x7A, 0, 0, 0, 34}, Arrays.copyOfRange(use, 7, use.length)));
        ways.put("on a connection for one call", Stranger.join(SINGLE_CALL, use));
        ways.put("after a long name of a host", Stranger.join(Jrmp.GREETING, new byte[] {3, 0}, new byte[768 + 4],
                use));
        return ways;
    }

    /** Uses an object of a port in one way; answers what refers to it weakly, and nothing else does. */
    private static WeakReference<Remote> used(String way, int port, Exporting exports, byte[] other) throws Exception {
        Remote unheld = new Unheld();
        byte[] id = exports.export(unheld);
        Stranger.hearBare(port, waysToUse(id, other).get(way));
        return new WeakReference<>(unheld);
    }

    @Test
    void noWayLeadsToThePlatformsGarbageCollector() throws Exception {
        byte[] none = new byte[Protocol.OBJECT_ID_LENGTH];
        for (String way : waysToUse(none, none).keySet()) {
            try (NaiveServer naive = new NaiveServer(); Exports exports = new Exports(Exports.LIMITS)) {
                byte[] other = ObjectIds.of(naive.export(request -> request, RpcService.class));
                WeakReference<Remote> kept = used(way, naive.number(), naive::exportUnheld, other);
                byte[] echo = exports.export(Servant.echo(), Filters.forService());
                WeakReference<Remote> dropped = used(way, exports.number(), object -> ObjectIds.of(
                        UnicastRemoteObject.exportObject(object, 0, null, exports.port(), Filters.forService())), echo);
                Waiting.until(() -> {
                    System.gc();
                    return dropped.get() == null;
                }, () -> way);
                assertThat(kept.get()).as("a naive server's, used %s", way).isNotNull();
                assertThat(exports.port().turnedAway()).isLessThanOrEqualTo(1);
            }
        }
    }

    private static byte[] lookUp(int length) throws IOException {
        return Stranger.registry(2, "x".repeat(length));
    }

    /** Whether a call is answered, if only with an exception. */
    private static boolean isAnswered(int port, byte[] call) throws IOException {
        int greeted = Stranger.hear(port).length;
        return Stranger.hear(port, call).length > greeted;
    }

    @Test
    void aCallOfWhatStrangersKnowIsAsLongAsALogInAndAnotherAsLongAsTheLimit() throws Exception {
        try (NaiveServer naive = new NaiveServer(); Exports exports = new Exports(Exports.LIMITS)) {
            naive.registry();
            assertThat(isAnswered(naive.number(), lookUp(5_000))).isTrue();
            Registry registry = LocateRegistry.createRegistry(0, null, exports.port());
            Method open = RpcService.class.getMethod("open", byte[].class);
            byte[] known = exports.export(Servant.echo(), Filters.forService());
            byte[] secret = exports.export(Servant.echo(), Filters.forService());
            exports.port().openToStrangers(known);

            assertThat(isAnswered(exports.number(), lookUp(4_000))).isTrue();
            assertThat(isAnswered(exports.number(), lookUp(5_000))).isFalse();
            assertThat(isAnswered(exports.number(), Stranger.call(known, open, new byte[4_096]))).isTrue();
            assertThat(isAnswered(exports.number(), Stranger.call(known, open, "x".repeat(5_000)))).isFalse();
            assertThat(isAnswered(exports.number(), Stranger.call(secret, open, new byte[500_000]))).isTrue();
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }

    @Test
    void moreThanTheLimitIsNotWaitedFor() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            Registry registry = LocateRegistry.createRegistry(0, null, exports.port());
            byte[] beginning = Arrays.copyOf(lookUp(1 << 20), 5_000);
            try (Socket socket = Stranger.connect(exports.number(), InetAddress.getLoopbackAddress())) {
                socket.getOutputStream().write(Stranger.join(Stranger.greeting(), beginning));
                Waiting.until(() -> exports.port().connections() == 0);
            }
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }

    @Test
    void thePlatformsOwnStubsAreOfUseAllTheSame() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS); LogLines log = new LogLines()) {
            RpcService stub = exports.exportNaively(Servant.echo(), RpcService.class);
            Registry registry = LocateRegistry.createRegistry(0, null, exports.port());
            registry.bind("it", stub);
            Registry seen = LocateRegistry.getRegistry("127.0.0.1", exports.number());
            RpcService found = (RpcService) seen.lookup("it");
            for (int i = 0; i < 3; i++) assertThat(found.open(new byte[5])).hasSize(9);
            assertThat(seen.list()).containsExactly("it");
            assertThat(exports.port().turnedAway()).as("calls of the collector").isPositive();
            assertThat(log.text()).isEmpty();
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }
}
