package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.Stranger;
import io.trunkline.rmi.wire.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.ref.WeakReference;
import java.rmi.dgc.Lease;
import java.rmi.dgc.VMID;
import java.rmi.server.ObjID;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Floods of calls to the platform's distributed garbage collector that use or give up objects of others, under the
 * names of others, or of ever new ones: sessions live on, and nothing is kept.
 */
@Timeout(60)
class CollectorAttackTest {

    private static final RpcService ECHO = request -> request;

    /** An object that nothing refers to but who exports it. */
    private static final class Unshared implements RpcService {
        @Override
        public byte[] open(byte[] request) {
            return request;
        }
    }

    private static final int FOREIGN = 2_000;
    private static final int CONNECTIONS = 100;
    private static final int NAMES_EACH = 100;

    private static ObjID objectId(byte[] bytes) throws IOException {
        return ObjID.read(new ObjectInputStream(blockOf(bytes)));
    }

    private static ByteArrayInputStream blockOf(byte[] bytes) {
        byte[] stream = {(byte) 0xAC, (byte) 0xED, 0, 5, 0x77, (byte) bytes.length};
        return new ByteArrayInputStream(Stranger.join(stream, bytes));
    }

    /** Says for a machine that it uses an object, and then that it does not any more. */
    private static void useAndGiveUp(int port, ObjID[] ids, VMID machine) throws IOException {
        Stranger.hear(port, Stranger.collector(1, ids, 1L, new Lease(machine, 600_000)),
                Stranger.collector(0, ids, Long.MAX_VALUE, machine, true),
                Stranger.collector(0, ids, Long.MAX_VALUE, machine, false));
    }

    private static void collect(WeakReference<?> reference) {
        Waiting.until(() -> {
            System.gc();
            return reference.get() == null;
        });
    }

    /** Says for machines that nobody has heard of that they use the registry. */
    private static void useUnderNewNames(int port, int connections) throws IOException {
        ObjID[] ids = {new ObjID(ObjID.REGISTRY_ID)};
        for (int i = 0; i < connections; i++) {
            byte[][] calls = new byte[NAMES_EACH][];
            for (int j = 0; j < NAMES_EACH; j++) {
                calls[j] = Stranger.collector(1, ids, 1L, new Lease(new VMID(), Long.MAX_VALUE));
            }
            Stranger.hear(port, calls);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long growth(int port) throws IOException {
        useUnderNewNames(port, 2); // so that all that is needed once is there
        long before = heap();
        useUnderNewNames(port, CONNECTIONS);
        return heap() - before;
    }

    @Test
    void nothingIsKeptOfUsesUnderNewNames() throws Exception {
        long kept = CONNECTIONS * NAMES_EACH * 120L;
        try (NaiveServer naive = new NaiveServer()) {
            naive.export(ECHO);
            assertThat(growth(naive.number())).isGreaterThan(kept);
        }
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            assertThat((long) served.figure("connections turned away")).as("by an honest client").isZero();
            assertThat(growth(served.port())).isLessThan(kept / 2);
            assertThat(client.session().beat(new Beat(0, System.nanoTime()).encode())).isNotEmpty();
            served.mark(client, "1");
        }
    }

    @Test
    void givingUpObjectsOfOthersEndsNoSession() throws Exception {
        try (NaiveServer naive = new NaiveServer()) {
            List<RpcService> used = new ArrayList<>(List.of(new Unshared()));
            naive.export(ECHO); // keeps the port
            byte[] id = naive.exportUnheld(used.get(0));
            VMID user = new VMID();
            ObjID[] ids = {objectId(id)};
            WeakReference<RpcService> reference = new WeakReference<>(used.remove(0));
            Stranger.hear(naive.number(), Stranger.collector(1, ids, 1L, new Lease(user, 600_000)));
            System.gc();
            assertThat(reference.get()).as("somebody uses it").isNotNull();
            Stranger.hear(naive.number(), Stranger.collector(0, ids, 2L, user, false));
            collect(reference);
        }
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            ObjID[] ids = {objectId(client.opened().sessionId()), objectId(TestClient.serviceId(client.caller())),
                new ObjID(ObjID.REGISTRY_ID), new ObjID(ObjID.DGC_ID)};
            useAndGiveUp(served.port(), ids, new VMID());
            List<byte[]> flood = new ArrayList<>();
            for (int i = 0; i < FOREIGN; i++) {
                VMID machine = new VMID();
                ObjID[] mixed = {new ObjID(), ids[i % ids.length]};
                flood.add(Stranger.collector(1, mixed, (long) i, new Lease(machine, Long.MAX_VALUE)));
                flood.add(Stranger.collector(0, mixed, (long) i + 1, i % 2 == 0 ? machine : new VMID(), true));
            }
            Stranger.hear(served.port(), flood.toArray(byte[][]::new));
            WeakReference<Object> any = new WeakReference<>(new Object());
            collect(any);

            assertThat(client.session().beat(new Beat(0, System.nanoTime()).encode())).isNotEmpty();
            served.mark(client, "1");
            assertThat(served.sessions()).isEqualTo(1);
            try (TestClient next = served.client("b")) {
                served.mark(next, "2");
            }
        }
    }
}
