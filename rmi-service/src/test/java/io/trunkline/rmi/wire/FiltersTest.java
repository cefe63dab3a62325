package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Foreign objects as arguments, in the bytes of real calls. */
@Timeout(60)
class FiltersTest {

    /** A plain remote interface whose argument may be anything. */
    public interface Open extends Remote {
        byte[] take(Object argument) throws RemoteException;
    }

    /** A target that counts the calls which reach it. */
    private static final class Target implements RpcService, RpcCallback {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public byte[] open(byte[] request) {
            calls.incrementAndGet();
            return new byte[0];
        }

        @Override
        public void onEvents(EventStream events) {
            calls.incrementAndGet();
        }

        @Override
        public void onClosed(byte[] reason) {
            calls.incrementAndGet();
        }
    }

    private final Target target = new Target();

    private static void call(Exports exports, byte[] head, byte[] argument) throws IOException {
        RawCall.make(exports.number(), head, argument);
    }

    /** How many connections came, of which those for the garbage collector end at once. */
    private static long dialled(Exports victim) {
        return victim.port().connections() + victim.port().turnedAway();
    }

    private static void expectRefusal(Exports exports, byte[] head, byte[] argument, Object what) {
        assertThatThrownBy(() -> call(exports, head, argument)).as("%s", what)
                .isInstanceOf(NoSuchObjectException.class);
    }

    private static byte[] head(Class<?> type, String method, Class<?> parameter,
            byte[] id) throws NoSuchMethodException {
        return Jrmp.call(id, type.getMethod(method, parameter));
    }

    private static List<Object> foreign(Remote stub) {
        return List.of(new Canary(), new HashMap<>(Map.of("k", new Canary())), new ArrayList<>(List.of(new Canary())),
                new Object[] {new Canary()}, new byte[][] {{1}}, new long[3], 5, "text", stub, Thread.State.NEW,
                        Canary.class);
    }

    @Test
    void aNaiveObjectDeserializesWhateverItIsSent() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] open = ObjectIds.of(exports.exportNaively(argument -> new byte[0], Open.class));
            byte[] bytes = ObjectIds.of(exports.exportNaively(target, RpcService.class));
            int before = Canary.SUNG.get();

            call(exports, head(Open.class, "take", Object.class, open), Argument.of(new Canary()));
            assertThat(Canary.SUNG.get()).isEqualTo(before + 1);

            expectRefusal(exports, head(RpcService.class, "open", byte[].class, bytes), Argument.of(new Canary()),
                    "canary");
            assertThat(Canary.SUNG.get()).as("even where a byte array is declared").isEqualTo(before + 2);
        }
    }

    @Test
    void aNaiveObjectConnectsToWhereAStubSays() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS); Exports victim = new Exports(Exports.LIMITS)) {
            byte[] open = ObjectIds.of(exports.exportNaively(argument -> new byte[0], Open.class));
            Remote stub = victim.exportNaively(new Target(), RpcService.class);

            call(exports, head(Open.class, "take", Object.class, open), Argument.of(stub));

            assertThat(dialled(victim)).isPositive();
        }
    }

    @Test
    void aServicesObjectTakesByteArraysOnly() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS); Exports victim = new Exports(Exports.LIMITS)) {
            byte[] head = head(RpcService.class, "open", byte[].class, exports.export(target, Filters.forService()));
            Remote stub = victim.exportNaively(new Target(), RpcService.class);
            int before = Canary.SUNG.get();

            for (Object each : foreign(stub)) expectRefusal(exports, head, Argument.of(each), each);
            expectRefusal(exports, head, Jrmp.STREAM, "a stream");

            assertThat(Canary.SUNG.get()).isEqualTo(before);
            assertThat(target.calls.get()).isZero();
            assertThat(dialled(victim)).isZero();
            call(exports, head, Argument.of(new byte[3]));
            assertThat(target.calls.get()).isEqualTo(1);
        }
    }

    @Test
    void aCallbackTakesByteArraysAndStreamsOnly() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS); Exports victim = new Exports(Exports.LIMITS)) {
            byte[] id = exports.export(target, Filters.forCallback());
            Remote stub = victim.exportNaively(new Target(), RpcService.class);
            int before = Canary.SUNG.get();

            for (byte[] head : List.of(head(RpcCallback.class, "onEvents", EventStream.class, id),
                    head(RpcCallback.class, "onClosed", byte[].class, id))) {
                for (Object each : foreign(stub)) expectRefusal(exports, head, Argument.of(each), each);
            }
            expectRefusal(exports, head(RpcCallback.class, "onEvents", EventStream.class, id), Argument.of(new byte[1]),
                    "bytes");

            assertThat(Canary.SUNG.get()).isEqualTo(before);
            assertThat(target.calls.get()).isZero();
            assertThat(dialled(victim)).isZero();
            call(exports, head(RpcCallback.class, "onClosed", byte[].class, id), Argument.of(new byte[1]));
            assertThat(target.calls.get()).isEqualTo(1);
        }
    }

    @Test
    void byteArraysAreTakenUpToTheirLimitOnly() throws Exception {
        PortLimits generous = new PortLimits(8, 8, Exports.LIMITS.header(), Exports.LIMITS.idle(),
                Exports.LIMITS.strangers(), Long.MAX_VALUE);
        try (Exports exports = new Exports(generous)) {
            byte[] service = head(RpcService.class, "open", byte[].class, exports.export(target, Filters.forService()));
            call(exports, service, Argument.of(new byte[Protocol.MAX_REQUEST]));
            assertThatThrownBy(() -> call(exports, service, Argument.of(new byte[Protocol.MAX_REQUEST + 1])))
                    .isInstanceOf(IOException.class);
            assertThat(target.calls.get()).isEqualTo(1);
        }
    }

    @Test
    void nullIsNoForeignObjectAndReachesTheMethod() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            byte[] head = head(RpcService.class, "open", byte[].class, exports.export(target, Filters.forService()));
            call(exports, head, Argument.of(null));
            assertThat(target.calls.get()).isEqualTo(1);
        }
    }
}
