package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Canary;
import io.trunkline.rmi.wire.ChildJvm;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.Stranger;
import java.io.IOException;
import java.rmi.Remote;
import java.rmi.dgc.Lease;
import java.rmi.dgc.VMID;
import java.rmi.server.ObjID;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Objects of foreign classes, and stubs that lead elsewhere, given to the registry and to the platform's distributed
 * garbage collector, which stand behind the same port as the service.
 */
@Timeout(60)
class RegistryAttackTest {

    private static final ObjID[] IDS = {new ObjID(ObjID.REGISTRY_ID)};
    private static final RpcService NOTHING = request -> request;

    private static List<Object> foreign() {
        return List.of(new Canary(), new Object[] {new Canary()}, new ArrayList<>(List.of(new Canary())),
                Map.of("k", new Canary()));
    }

    /** Gives an object to every method of the registry in every place. */
    private static void giveToRegistry(int port, Object foreign) throws IOException {
        for (int number = 0; number < 5; number++) {
            Stranger.hear(port, Stranger.registry(number, foreign));
            Stranger.hear(port, Stranger.registry(number, "name" + number, foreign));
            Stranger.hear(port, Stranger.registry(number, foreign, foreign));
        }
    }

    /** The same with the garbage collector. */
    private static void giveToCollector(int port, Object foreign) throws IOException {
        Stranger.hear(port, Stranger.collector(0, foreign, 1L, new VMID(), true));
        Stranger.hear(port, Stranger.collector(0, IDS, 1L, foreign, true));
        Stranger.hear(port, Stranger.collector(1, foreign, 1L, new Lease(new VMID(), 1_000)));
        Stranger.hear(port, Stranger.collector(1, IDS, 1L, foreign));
    }

    /** A process that took the platform's filters away. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.rmi.registry.registryFilter", "*");
        System.setProperty("sun.rmi.transport.dgcFilter", "*");
        try (NaiveServer naive = new NaiveServer()) {
            naive.registry();
            for (Object each : foreign()) giveToRegistry(naive.number(), each);
            System.out.println("the registry: " + Canary.SUNG.getAndSet(0));
            for (Object each : foreign()) giveToCollector(naive.number(), each);
            System.out.println("the collector: " + Canary.SUNG.get());
        }
    }

    @Test
    void neitherTheRegistryNorTheGarbageCollectorDeserializesAForeignObject() throws Exception {
        assertThat(ChildJvm.run(List.of(), RegistryAttackTest.class).output())
                .containsPattern("the registry: [1-9]").containsPattern("the collector: [1-9]");

        try (Served served = Served.start(); TestClient client = served.client("a")) {
            String[] names = client.caller().listNames();
            int before = Canary.SUNG.get();
            for (Object each : foreign()) {
                giveToRegistry(served.port(), each);
                giveToCollector(served.port(), each);
            }
            assertThat(Canary.SUNG.get()).isEqualTo(before);
            assertThat(client.caller().listNames()).containsExactlyInAnyOrder(names);
            served.mark(client, "1");
        }
    }

    @Test
    void aStubGivenToThemMakesNobodyConnectToWhereItLeads() throws Exception {
        try (NaiveServer naive = new NaiveServer(); NaiveServer third = new NaiveServer()) {
            naive.registry();
            giveToRegistry(naive.number(), third.export(NOTHING, RpcService.class));
            assertThat(third.accepted()).isPositive();
        }
        try (Served served = Served.start(); TestClient client = served.client("a");
                NaiveServer third = new NaiveServer()) {
            Remote stub = third.export(NOTHING, RpcService.class);
            giveToRegistry(served.port(), stub);
            giveToCollector(served.port(), stub);
            served.mark(client, "1");
            assertThat(third.accepted()).isZero();
        }
    }
}
