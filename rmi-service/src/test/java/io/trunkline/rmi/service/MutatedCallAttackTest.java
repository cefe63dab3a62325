package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.OrderRequest;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import io.trunkline.rmi.wire.Waiting;
import io.trunkline.rmi.wire.WireException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.rmi.RemoteException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A recorded log-in and a recorded order, down to the protocol of remote calls, with each byte changed, cut at each
 * length, and random bytes: nothing is sent that the bytes do not say, nothing twice, and no thread stays.
 */
@Timeout(60)
class MutatedCallAttackTest {

    private static final int[] CHANGES = {0x01, 0xFF};
    private static final OrderRequest ORDER = Served.BUY.withClientKey("key-1");

    private final List<OrderRequest> naivelySent = new CopyOnWriteArrayList<>();

    private static OrderRequest decode(byte[] bytes) {
        try {
            return Messages.decodeOrder(bytes).request();
        } catch (WireException | RuntimeException e) {
            return null;
        }
    }

    /** What an order says, whoever it is said to. */
    private static String saying(OrderRequest order) {
        return List.of(order.gateway(), order.instrument(), order.direction(), order.type(), order.offset(),
                order.volume(), order.price(), order.reference(), order.clientKey()).toString();
    }

    /** Says all that can be made of a recording; its greeting stays what it is. */
    private static void sayMutants(int port, byte[] recorded, Runnable meanwhile) throws IOException {
        for (int at = 0; at < recorded.length; at++) {
            for (int change : CHANGES) Stranger.hearBare(port, Stranger.mutant(recorded, at, change));
            if (at % 3 == 0) Stranger.hearBare(port, Arrays.copyOf(recorded, at));
            if (at % 20 == 0) meanwhile.run();
        }
    }

    private static byte[] recorded(byte[] id, Method method, byte[] message) throws IOException {
        return Stranger.join(Stranger.greeting(), Stranger.call(id, method, message));
    }

    /** All orders that the recording's mutants spell, the recording itself among them. */
    private static Set<String> spelt(byte[] message) {
        Set<String> spelt = new HashSet<>(Set.of(saying(decode(message))));
        for (int at = 0; at < message.length; at++) {
            for (int change : CHANGES) {
                OrderRequest order = decode(Stranger.mutant(message, at, change));
                if (order != null) spelt.add(saying(order));
            }
        }
        return spelt;
    }

    private static boolean isWorking(Thread thread) {
        return thread.getName().startsWith("RMI TCP Connection(") && !thread.getName().contains("(idle)");
    }

    private static void beat(TestClient client) {
        try {
            client.session().beat(new Beat(client.through, System.nanoTime()).encode());
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anOrderWithAByteChangedIsSentAsItIsSpeltAndOnceOrNotAtAll() throws Exception {
        byte[] message = Messages.encode(ORDER);
        Method sendOrder = RpcSession.class.getMethod("sendOrder", byte[].class);
        RpcService forgetful = request -> {
            OrderRequest order = decode(request);
            naivelySent.add(order == null ? ORDER : order);
            return request;
        };
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export(forgetful);
            byte[] call = recorded(id, RpcService.class.getMethod("open", byte[].class), message);
            Stranger.hearBare(naive.number(), call);
            Stranger.hearBare(naive.number(), Stranger.mutant(call, call.length - 1, 1));
            assertThat(naivelySent).as("the same key").hasSize(2);
        }
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            byte[] call = recorded(client.opened().sessionId(), sendOrder, message);
            Stranger.hearBare(served.port(), call);
            assertThat(served.gateway.asked).hasSize(1);

            sayMutants(served.port(), call, () -> {});

            List<OrderRequest> sent = served.gateway.asked.stream().map(OrderRequest.class::cast).toList();
            assertThat(sent).extracting(MutatedCallAttackTest::saying).isSubsetOf(spelt(message));
            assertThat(sent).extracting(OrderRequest::clientKey).doesNotHaveDuplicates();
            served.mark(client, "last");
            Waiting.until(() -> (int) served.figure("connections") <= 3);
            assertThat(served.sessions()).isEqualTo(1);
        }
    }

    @Test
    void aLogInWithAByteChangedAndRandomBytesLeaveNoThreadAndSendNothing() throws Exception {
        byte[] message = new OpenRequest(Protocol.VERSION, "recorded", new byte[22], new byte[16], false, Epoch.NONE, 0,
                new byte[16], 0, "token", OpenRequest.NEVER).encode();
        Method open = RpcService.class.getMethod("open", byte[].class);
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export((RpcService) request -> {
                naivelySent.add(ORDER);
                while (naivelySent.size() < 2) waitALittle(); // for more that never comes
                return request;
            });
            Thread call = new Thread(() -> hear(naive.number(), id, open));
            call.setDaemon(true);
            call.start();
            Waiting.until(() -> Thread.getAllStackTraces().keySet().stream().anyMatch(
                    MutatedCallAttackTest::isWorking));
            naivelySent.add(ORDER);
            naivelySent.add(ORDER);
            call.join(20_000);
        }
        try (Served served = Served.start("timeout", "1s"); TestClient client = served.client("a")) {
            byte[] call = recorded(TestClient.serviceId(client.caller()), open, message);
            sayMutants(served.port(), call, () -> beat(client));
            Random random = new Random(1);
            for (int i = 0; i < 60; i++) {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                Stranger.hearBare(served.port(), i % 2 == 0 ? bytes : Stranger.join(Stranger.greeting(), bytes));
                if (i % 20 == 0) beat(client);
            }
            Waiting.until(() -> {
                beat(client);
                return served.sessions() == 1 && (int) served.figure("connections") <= 3;
            });
            assertThat(served.gateway.asked).isEmpty();
            served.mark(client, "last");
            client.caller().close();
            Waiting.until(() -> Thread.getAllStackTraces().keySet().stream().filter(
                    MutatedCallAttackTest::isWorking).count() <= 1); // the client's own stream
        }
    }

    private static void hear(int port, byte[] id, Method open) {
        try {
            Stranger.hear(port, Stranger.call(id, open, new byte[0]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitALittle() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
