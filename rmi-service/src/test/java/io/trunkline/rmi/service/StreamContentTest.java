package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a session brings to whom. */
@Timeout(60)
class StreamContentTest {

    @Test
    void ticksComeToThoseWhoSubscribedOnlyTheLastOneFirstThenEachOnce() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a");
                TestClient all = served.client("all", true)) {
            served.gateway.publish(Served.tick(Served.RB, 1));
            served.gateway.publish(Served.tick(Served.RB, 2));
            served.gateway.publish(Served.tick(Served.HC, 90));
            served.mark(client, "m1");
            assertThat(client.ticks).isEmpty();

            assertThat(client.subscribe(Served.RB).isAccepted()).isTrue();
            for (int price = 3; price <= 50; price++) {
                served.gateway.publish(Served.tick(Served.RB, price));
                served.gateway.publish(Served.tick(Served.HC, price));
            }
            served.mark(client, "m2");

            List<Double> got = client.prices();
            assertThat(client.ticks).allMatch(tick -> tick.instrument().equals(Served.RB));
            assertThat(got.get(0)).isGreaterThanOrEqualTo(2);
            assertThat(got).doesNotHaveDuplicates().isSorted().endsWith(50.0).hasSize(50 - got.get(0).intValue() + 1);

            served.mark(all, "m3");
            assertThat(all.ticks).hasSize(3 + 96);

            client.session().unsubscribe(Messages.encode(new UnsubscribeRequest("FAKE", Served.RB)));
            served.drain();
            int before = client.ticks.size();
            served.gateway.publish(Served.tick(Served.RB, 60));
            served.mark(client, "m4");
            assertThat(client.ticks).hasSize(before);
        }
    }

    @Test
    void whatAFilterLeavesOutIsNotTalkedAboutUntilASignOfLifeIsDue() throws Exception {
        try (Served served = Served.start("heartbeat", "1m"); TestClient some = served.client("some")) {
            served.mark(some, "begin");
            for (int i = 0; i < 1000; i++) served.gateway.publish(Served.tick(Served.RB, i));
            served.mark(some, "end");
            assertThat(some.signsOfLife).isZero();
            assertThat(some.ticks).isEmpty();
            assertThat(some.fault).isNull();
        }
    }

    @Test
    void signsOfLifeSayThatThereWasNothing() throws Exception {
        try (Served served = Served.start("heartbeat", "10ms"); TestClient some = served.client("some")) {
            for (int i = 0; i < 1000; i++) served.gateway.publish(Served.tick(Served.RB, i));
            served.drain();
            long sequence = (Long) served.figure("sequence");
            Waiting.until(() -> some.through >= sequence, () -> some.fault);
            assertThat(some.ticks).isEmpty();
        }
    }

    @Test
    void fromTheLastTickAsOfTheSubscriptionOnNoneIsMissing() throws Exception {
        int ticks = 6000;
        try (Served served = Served.start(); TestClient first = served.client("a");
                TestClient second = served.client("b")) {
            served.gateway.publish(Served.tick(Served.RB, 0));
            Thread source = new Thread(() -> {
                for (int price = 1; price <= ticks; price++) {
                    served.gateway.publish(Served.tick(Served.RB, price));
                    if (price % 20 == 0) Thread.yield();
                }
            });
            source.start();
            for (TestClient client : List.of(first, second)) {
                assertThat(client.subscribe(Served.RB).isAccepted()).isTrue();
            }
            source.join();
            for (TestClient client : List.of(first, second)) {
                served.mark(client, "end of " + client.opened().number());
                List<Double> prices = client.prices();
                assertThat(prices).doesNotHaveDuplicates().isSorted().endsWith((double) ticks)
                        .hasSize(ticks - prices.get(0).intValue() + 1);
            }
        }
    }

    @Test
    void theSnapshotHasTheLastTicksForThoseWhoWantAllOnly() throws Exception {
        try (Served served = Served.start()) {
            served.gateway.publish(Served.tick(Served.RB, 7));
            served.drain();
            try (TestClient all = served.client("all", true); TestClient some = served.client("some")) {
                assertThat(all.prices()).containsExactly(7.0);
                assertThat(some.ticks).isEmpty();
            }
        }
    }

    @Test
    void aRecordThatCannotBeSentKeepsNobodyOut() throws Exception {
        try (Served served = Served.start("log", "4"); TestClient before = served.client("before")) {
            served.gateway.publish(Order.of(Served.BUY, "FAKE", "huge").toBuilder()
                    .message("x".repeat(Protocol.MAX_FRAME)).build());
            served.gateway.publish(Served.tick(Served.HC, 1).toBuilder().name("x".repeat(Protocol.MAX_FRAME)).build());
            served.mark(before, "after the huge ones");
            try (TestClient after = served.client("after")) {
                assertThat(after.hasOrder("after the huge ones")).isTrue();
                assertThat(after.hasOrder("huge")).isFalse();
                assertThat(after.subscribe(Served.HC).isAccepted()).isTrue();
                served.gateway.publish(Served.tick(Served.HC, 2));
                Waiting.until(() -> after.prices().contains(2.0), () -> after.fault);
                served.mark(before, "still in order");
                assertThat(LookUp.decodeReply(after.session().lookUp(new LookUp(LookUp.Kind.ORDERS, "").encode()), ""))
                        .hasSize(2);
            }
            assertThat(before.fault).isNull();
            assertThat(served.figure("events not encoded")).isEqualTo(2L);
        }
    }
}
