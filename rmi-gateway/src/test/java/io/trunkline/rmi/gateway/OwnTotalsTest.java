package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.PagedList;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnTotalsTest {

    private final Map<List<Wrapped>, Object[]> shared = new HashMap<>();

    private Snapshot books(List<Account> accounts, List<Order> orders) {
        return new Snapshot(List.of(), paged(accounts), List.of(), paged(orders), List.of(), List.of(), List.of(),
                List.of());
    }

    /** A list that shares its pages with the one before, where those are the same. */
    private <T> List<T> paged(List<T> list) {
        List<Object[]> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PagedList.PAGE) {
            Object[] page = list.subList(from, Math.min(list.size(), from + PagedList.PAGE)).toArray();
            pages.add(shared.computeIfAbsent(Arrays.stream(page).map(Wrapped::new).toList(), key -> page));
        }
        return PagedList.of(pages.toArray(new Object[0][]), list.size());
    }

    /** Equal to another only if it is of the same object. */
    private record Wrapped(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Wrapped wrapped && wrapped.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
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
