package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHasher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnTotalsTest {

    private static Snapshot books(List<Account> accounts, List<Order> orders) {
        return new Snapshot(List.of(), accounts, List.of(), orders, List.of(), List.of(), List.of(), List.of());
    }

    /** The total of the server's records, summed up anew. */
    private static Total total(List<? extends StateRecord> records) {
        RecordHasher hasher = new RecordHasher("");
        Total total = Total.NONE;
        for (StateRecord record : records) {
            if (record.gateway().startsWith("RPC.")) total = total.plus(hasher.hash(record.at(record.gateway()
                    .substring(4))));
        }
        return total;
    }

    @Test
    void theyFollowTheBooksThroughAnyChange() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        OwnTotals totals = new OwnTotals("RPC");
        List<Order> orders = new ArrayList<>();
        List<Account> accounts = new ArrayList<>();
        String[] gateways = {"RPC.CTP", "RPC.X.Y", "SIM", "RPC2.CTP"};
        for (int round = 0; round < 300; round++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                String gateway = gateways[random.nextInt(gateways.length)];
                orders.add(Samples.order(gateway, round + "." + i, Status.NOTTRADED, 0));
                accounts.add(Account.of(gateway, round + "." + i, random.nextInt(100), 0));
            }
            if (!orders.isEmpty()) {
                int at = random.nextInt(orders.size());
                orders.set(at, orders.get(at).toBuilder().traded(random.nextInt(9)).build());
                if (random.nextInt(3) == 0) orders.remove(random.nextInt(orders.size()));
            }
            if (random.nextInt(50) == 0) accounts.clear();

            Digest digest = totals.of(books(accounts, orders));

            Map<RecordKind, Total> expected = new HashMap<>();
            expected.put(RecordKind.ORDER, total(orders));
            expected.put(RecordKind.ACCOUNT, total(accounts));
            assertThat(digest).as("round %d, seed %d", round, seed)
                    .isEqualTo(new Digest(Digest.EVERYTHING, expected));
        }
    }
}
