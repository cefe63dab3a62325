package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.NOON;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records and requests at and beyond what the wire carries. */
@Timeout(60)
class ExtremesTest {

    private final Rig rig = new Rig();
    private MainEngine server;
    private FakeGateway ctp;

    @BeforeEach
    void start() {
        server = rig.server("CTP");
        ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void unsubscribingWhatNobodySubscribedCostsTheServerNothing() {
        Rig.stop(server);
        Rig.start(server, 0, "digest=1h"); // digests take numbers, too
        MainEngine client = rig.client(server);
        rig.settle(server, client);
        Object before = Rig.figure(Rig.service(server), "service", "sequence");
        Gateway gateway = client.gateway("RPC").orElseThrow();

        for (int i = 0; i < 50; i++) {
            gateway.unsubscribe(new UnsubscribeRequest("RPC.CTP", new InstrumentId("none" + i, Exchange.SHFE)));
        }

        server.events().execute(() -> { });
        rig.settle(server, client);
        assertThat(Rig.figure(Rig.service(server), "service", "sequence")).isEqualTo((long) before + 1);
    }

    @Test
    void aResyncOfMoreRecordsThanAFrameHoldsReachesClients() {
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        Set<Id> gone = IntStream.range(0, 60_000).mapToObj(i -> Id.of("CTP", "an-order-with-a-long-id-" + i))
                .collect(Collectors.toSet());
        ctp.publish(Samples.order("CTP", "7", Status.NOTTRADED, 0));
        gone.add(Id.of("CTP", "7"));

        ctp.publish(new Resync("CTP", Map.of(RecordKind.ORDER, gone, RecordKind.TRADE, gone), NOON));
        rig.settle(server, client);

        for (RecordKind kind : Set.of(RecordKind.ORDER, RecordKind.TRADE)) {
            Set<Id> heard = recorder.of(Resync.class).stream().map(resync -> resync.removed(kind))
                    .flatMap(Collection::stream).collect(Collectors.toCollection(HashSet::new));
            assertThat(heard).as("removed %s", kind).hasSize(60_001);
        }
        Rig.assertSameBooks(client, server);
    }

    @Test
    void aRecordTooLongForTheWireKeepsNobodyFromConnecting() {
        ctp.publish(Samples.order("CTP", "7", Status.NOTTRADED, 0).toBuilder().message("x".repeat(2 << 20)).build(),
                Samples.order("CTP", "8", Status.NOTTRADED, 0), Samples.contract("CTP", tooLong()));

        MainEngine client = rig.client(server);

        assertThat(client.orders()).extracting(order -> order.id().value()).containsExactly("RPC.CTP.8");
    }

    @Test
    void aRecordTooLongForTheWireDoesNotKeepTheServiceFromStarting() {
        Rig.stop(server);
        ctp.publish(Samples.contract("CTP", tooLong()), Samples.order("CTP", "8", Status.NOTTRADED, 0));

        Rig.start(server, 0);
        MainEngine client = rig.client(server);

        assertThat(client.orders()).extracting(order -> order.id().value()).containsExactly("RPC.CTP.8");
    }

    private static InstrumentId tooLong() {
        return new InstrumentId("y".repeat(5000), Exchange.SHFE);
    }

    @Test
    void aCancelOfAnIdThatNoGatewayBehindCanHaveGivenIsRefused() {
        MainEngine client = rig.client(server);

        assertThat(ruleOf(client.cancelOrder(Id.parse("RPC.7")))).isEqualTo("unknown-order");
        assertThat(ruleOf(client.cancelQuote(CancelQuoteRequest.of(Id.parse("RPC.7"))))).isEqualTo("unknown-quote");
    }

    private static String ruleOf(Outcome outcome) {
        return outcome.whyRefused().map(Refusal::rule).orElse("accepted");
    }
}
