package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A record of the {@link OrderJournal}, and its bytes. */
sealed interface JournalRecord {

    /** The longest record, in bytes. */
    int LONGEST = 4_096;

    /** A longer text, such as a refusal's message, is cut. */
    int LONGEST_TEXT = 1_000;

    /** The client key. */
    String key();

    /** Tells the request from others with the same key. */
    long fingerprint();

    /** A gateway path was about to be asked to send what somebody sent. */
    record Intent(Sender sender, long fingerprint, String path) implements JournalRecord {

        @Override
        public String key() {
            return sender.clientKey();
        }
    }

    /** What became of it. */
    record Result(String key, long fingerprint, Outcome outcome) implements JournalRecord { }

    /** Writes the record at a buffer's position. */
    default void write(ByteBuffer out) {
        if (this instanceof Intent intent) {
            writeIntent(intent, out);
            return;
        }
        Outcome outcome = ((Result) this).outcome;
        if (outcome instanceof Outcome.Accepted accepted) {
            begin('A', out);
            write(accepted.id().value(), out);
        } else if (outcome instanceof Outcome.Refused refused) {
            begin('R', out);
            write(refused.refusal().rule(), out);
            write(refused.refusal().message(), out);
        } else if (outcome instanceof Outcome.InDoubt doubt) {
            begin('D', out);
            write(doubt.reason(), out);
        } else {
            begin('N', out);
        }
    }

    private void writeIntent(Intent intent, ByteBuffer out) {
        Sender sender = intent.sender;
        boolean isKnown = sender.instrument() != null;
        begin(isKnown ? 'S' : 'I', out);
        write(intent.path, out);
        if (!isKnown) return;
        write(sender.owner(), out);
        write(sender.reference(), out);
        write(sender.instrument().toString(), out);
    }

    private void begin(char kind, ByteBuffer out) {
        out.put((byte) kind).putLong(fingerprint());
        write(key(), out);
    }

    private static void write(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_TEXT);
        out.putShort((short) length).put(bytes, 0, length);
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if the bytes are none
     */
    static JournalRecord read(ByteBuffer in) {
        try {
            char kind = (char) in.get();
            long fingerprint = in.getLong();
            String key = text(in);
            if (kind == 'I') return new Intent(Sender.unknown(key), fingerprint, text(in));
            if (kind == 'S') return readIntent(key, fingerprint, in);
            Supplier<Outcome> outcome = switch (kind) {
                case 'A' -> () -> Outcome.accepted(new Id(text(in)));
                case 'R' -> () -> Outcome.refused(text(in), text(in));
                case 'D' -> () -> new Outcome.InDoubt(key, text(in));
                case 'N' -> () -> new Outcome.NeverReceived(key);
                default -> throw new IllegalArgumentException("unknown kind of record: " + (int) kind);
            };
            return new Result(key, fingerprint, outcome.get());
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the record ends early", e);
        }
    }

    private static Intent readIntent(String key, long fingerprint, ByteBuffer in) {
        String path = text(in);
        return new Intent(new Sender(key, text(in), text(in), InstrumentId.parse(text(in))), fingerprint, path);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
