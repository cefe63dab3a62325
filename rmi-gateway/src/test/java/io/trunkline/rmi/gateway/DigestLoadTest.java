package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Digests every few milliseconds while records change as fast as they can: none is found to differ. */
@Timeout(60)
class DigestLoadTest {

    private static final int COMPARED = 30;
    private static final int ORDERS = 2000;
    private static final Resync ALL_GONE = new Resync("CTP",
            Map.of(RecordKind.ORDER, ids(""), RecordKind.TRADE, ids("t")), Samples.NOON);

    private static Set<Id> ids(String prefix) {
        return IntStream.range(0, ORDERS).mapToObj(i -> Id.of("CTP", prefix + i)).collect(Collectors.toSet());
    }

    private static void trade(FakeGateway gateway, int number) throws InterruptedException {
        String local = Integer.toString(number % ORDERS);
        switch (number / ORDERS % 4) {
            case 0 -> gateway.publish(Samples.order("CTP", local, Status.NOTTRADED, 0));
            case 1 -> gateway.publish(Samples.order("CTP", local, Status.PARTTRADED, 3),
                    Samples.trade("CTP", "t" + local, local));
            case 2 -> gateway.publish(Samples.order("CTP", local, Status.CANCELLED, 3),
                    Samples.position("CTP", Samples.RB, Direction.LONG, number));
            default -> {
                if (local.equals("0")) gateway.publish(ALL_GONE);
            }
        }
        gateway.sink().awaitRoom();
    }

    @Test
    void thereIsNoFalseAlarmUnderLoadAndAcrossBreaks() throws Exception {
        try (Rig rig = new Rig()) {
            MainEngine server = rig.server("CTP");
            FakeGateway ctp = Rig.fake(server, "CTP");
            int port = Rig.port(server);
            Rig.stop(server);
            Rig.start(server, port, "digest=2ms");
            MainEngine client = rig.client(server);
            MainEngine other = rig.client(server);
            AtomicBoolean isOver = new AtomicBoolean();
            Thread trading = new Thread(() -> {
                try {
                    for (int i = 0; !isOver.get(); i++) trade(ctp, i);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            trading.setDaemon(true);
            trading.start();

            for (int i = 1; i <= 3; i++) {
                long enough = Rig.count(client, "digests compared") + COMPARED / 3;
                Wait.until("compared", () -> Rig.count(client, "digests compared") >= enough);
                if (i < 3) Rig.disconnectAll(server);
                Rig.awaitLive(client);
            }
            isOver.set(true);
            trading.join();
            rig.settle(server, client, other);

            Rig.awaitSign(client, "equal");
            Rig.awaitSign(other, "equal");
            assertThat(Rig.count(client, "digests that differed")).isZero();
            assertThat(Rig.count(other, "digests that differed")).isZero();
            Rig.assertSameBooks(client, server);
            Rig.assertSameBooks(other, server);
        }
    }
}
