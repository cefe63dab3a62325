package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.PagedList;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHash;
import io.trunkline.rmi.wire.RecordHasher;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an engine's books come to, as far as they are of one gateway. Hashes only what is new. For one thread. */
final class OwnTotals {

    /** The records of a kind as they were the last time. */
    private static final class Part {
        private List<? extends StateRecord> records = List.of();
        private RecordHash[] hashes = new RecordHash[16]; // by place among the records; null for other gateways'
        private Total total = Total.NONE;
    }

    private final String gateway;
    private final RecordHasher hasher;
    private final Map<RecordKind, Part> parts = new EnumMap<>(RecordKind.class);

    OwnTotals(String gateway) {
        this.gateway = gateway;
        this.hasher = new RecordHasher(gateway);
        for (RecordKind kind : RecordKind.values()) parts.put(kind, new Part());
    }

    /** The records of a kind in some books. */
    static List<? extends StateRecord> records(Snapshot books, RecordKind kind) {
        return switch (kind) {
            case CONTRACT -> books.contracts();
            case ACCOUNT -> books.accounts();
            case POSITION -> books.positions();
            case ORDER -> books.orders();
            case TRADE -> books.trades();
            case QUOTE -> books.quotes();
        };
    }

    /**
     * What some books come to. Costs no more than what changed if the rest stands where it stood the last time, in
     * lists that share their pages.
     */
    Digest of(Snapshot books) {
        Map<RecordKind, Total> totals = new EnumMap<>(RecordKind.class);
        parts.forEach((kind, part) -> {
            update(part, records(books, kind));
            totals.put(kind, part.total);
        });
        return new Digest(Digest.EVERYTHING, totals);
    }

    private void update(Part part, List<? extends StateRecord> records) {
        List<? extends StateRecord> before = part.records;
        if (records.size() > part.hashes.length) part.hashes = Arrays.copyOf(part.hashes, records.size() * 5 / 4);
        int end = Math.max(records.size(), before.size());
        int i = 0;
        while ((i = PagedList.mismatch(before, records, i)) < end) {
            StateRecord record = i < records.size() ? records.get(i) : null;
            if (part.hashes[i] != null) part.total = part.total.minus(part.hashes[i]);
            part.hashes[i] = record != null && GatewayPath.isUnder(record.gateway(), gateway)
                    ? hasher.hash(record) : null;
            if (part.hashes[i] != null) part.total = part.total.plus(part.hashes[i]);
            i++;
        }
        part.records = records;
    }
}
