package io.trunkline.rmi.wire;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Trade;

/**
 * Hashes records as the server knows them: two hashes are the same, but for chance, exactly if the records are after
 * they crossed the wire. For one thread.
 */
public final class RecordHasher {

    private static final HashFunction MURMUR = Hashing.murmur3_128();

    private final String gateway;
    private final WireWriter out = new WireWriter(512);

    /**
     * A hasher of the records seen through a gateway.
     *
     * @param gateway the name that their paths and ids begin with here, but not at the server; empty at the server
     */
    public RecordHasher(String gateway) {
        this.gateway = gateway;
    }

    /** The hash of a record, which must be at the gateway or behind it. */
    public RecordHash hash(StateRecord record) {
        out.clear();
        write(record);
        byte[] hash = MURMUR.hashBytes(out.array(), 0, out.length()).asBytes();
        return new RecordHash((long) WireWriter.LONG.get(hash, 0), (long) WireWriter.LONG.get(hash, 8));
    }

    private void write(StateRecord record) {
        if (record instanceof Order order) {
            begin(FrameKind.ORDER, order, order.instrument(), order.owner());
            RecordCodec.write(order, out);
        } else if (record instanceof Trade trade) {
            begin(FrameKind.TRADE, trade, trade.instrument(), trade.owner());
            RecordCodec.write(trade, out);
        } else if (record instanceof Quote quote) {
            begin(FrameKind.QUOTE, quote, quote.instrument(), quote.owner());
            RecordCodec.write(quote, out);
        } else if (record instanceof Position position) {
            begin(FrameKind.POSITION, position, position.instrument(), "");
            RecordCodec.write(position, out);
        } else if (record instanceof Contract contract) {
            begin(FrameKind.CONTRACT, contract, contract.instrument(), "");
            RecordCodec.write(contract, out);
        } else if (record instanceof Account account) {
            begin(FrameKind.ACCOUNT, account);
            RecordCodec.write(account, out);
        }
    }

    private void begin(FrameKind kind, StateRecord record) {
        String path = record.gateway();
        if (!gateway.isEmpty() && !GatewayPath.isUnder(path, gateway)) {
            throw new IllegalArgumentException(record.id() + " is not behind " + gateway);
        }
        out.writeByte(kind.ordinal());
        if (gateway.isEmpty()) out.writeText(path);
        else out.writeText(path.length() == gateway.length() ? "" : path.substring(gateway.length() + 1));
    }

    private void begin(FrameKind kind, StateRecord record, InstrumentId instrument, String owner) {
        begin(kind, record);
        out.writeText(instrument.symbol());
        out.writeEnum(instrument.exchange());
        out.writeText(owner);
    }
}
