package io.trunkline.rmi.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.rmi.NoSuchObjectException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A connection on which remote calls are made, one after the other. A result is compared byte by byte with the only
 * forms that our interfaces have, and never deserialized: an exception, above all, ends the connection unread. What
 * comes in for a call is bounded in time as a whole, not read by read.
 *
 * <p>For one thread at a time; {@link #close} and {@link #blockedWriteNanos} are safe from any.
 */
final class CallConnection implements AutoCloseable {

    private static final int SMALL = 1 << 16;
    private static final int SLOWEST = 8; // bytes a millisecond at which a long result must come

    private final Socket socket;
    private final WriteProgress writing = new WriteProgress();
    private final int readMillis;
    private final InputStream input;
    private final DataInputStream in;
    private final OutputStream out;
    private final DirectOutput direct; // null if nothing can be written without waiting
    private long usedNanos = System.nanoTime();
    private int readCap; // of each read in milliseconds
    private long deadline; // of what is read, by System.nanoTime

    /**
     * Greets within {@code greetMillis}. Results are waited for no longer than {@code readMillis}, and for what a long
     * one takes.
     *
     * @param socket connected; closed if the other side does not greet; closing it ends the attempt
     */
    CallConnection(Socket socket, int greetMillis, int readMillis) throws IOException {
        this.socket = socket;
        this.readMillis = readMillis;
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            input = socket.getInputStream();
            in = new DataInputStream(new BufferedInputStream(new Bounded(input)));
            OutputStream stream = socket.getOutputStream();
            direct = stream instanceof DirectOutput channel ? channel : null;
            out = writing.watch(stream);
            readCap = greetMillis;
            allow(greetMillis);
            greet();
            readCap = readMillis;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void greet() throws IOException {
        out.write(Jrmp.GREETING);
        int ack = in.readUnsignedByte();
        if (TlsInput.isAlert(ack)) {
            throw new TlsException(TlsFault.PLAIN, "speaks TLS only, and this side does not: put the identity that its"
                    + " operator made (trunkline keys issue) into the home as keys/identity.p12, or give"
                    + " identity=FILE, with tls=on if it is on this machine", null);
        }
        if (ack != Jrmp.PROTOCOL_ACK) throw new WireException("what answers there is no remote object");
        in.skipNBytes(in.readUnsignedShort()); // how the other side sees this one: host
        in.readInt(); // and port
        out.write(Jrmp.OWN_END);
    }

    /** Gives the other side so much time for what is read next, all of it together. */
    private void allow(long millis) {
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Whether the other side has not ended the connection, as far as is known without waiting. */
    boolean isQuiet() throws IOException {
        return in.available() == 0 && (!(input instanceof Quiet quiet) || quiet.isQuiet());
    }

    long usedNanos() {
        return usedNanos;
    }

    /** Calls a method that takes and gives a byte array. */
    byte[] call(byte[] head, byte[] argument) throws IOException {
        write(head, argument);
        expectNormalReturn();
        expect(Jrmp.BYTES);
        int length = in.readInt();
        if (length < 0 || length > Protocol.MAX_REPLY) {
            throw new WireException("a reply of " + length + " bytes; at most " + Protocol.MAX_REPLY + " are allowed");
        }
        allow(readMillis + length / SLOWEST);
        byte[] result = readFully(length);
        usedNanos = System.nanoTime();
        return result;
    }

    /** Calls a method that takes a byte array and gives nothing. */
    void callForNothing(byte[] head, byte[] argument) throws IOException {
        write(head, argument);
        expectNormalReturn();
        usedNanos = System.nanoTime();
    }

    /** One write, so that a side which refuses the call at its head has all of it and can still answer. */
    private void write(byte[] head, byte[] argument) throws IOException {
        int at = head.length + Jrmp.BYTES.length;
        byte[] message = Arrays.copyOf(head, at + 4 + argument.length);
        System.arraycopy(Jrmp.BYTES, 0, message, head.length, Jrmp.BYTES.length);
        putInt(message, at, argument.length);
        System.arraycopy(argument, 0, message, at + 4, argument.length);
        out.write(message);
    }

    /** Asks the registry for the names that are bound in it. */
    String[] listNames() throws IOException {
        out.write(Jrmp.call(Jrmp.REGISTRY_ID, Jrmp.REGISTRY_LIST, Jrmp.REGISTRY_INTERFACE));
        expectNormalReturn();
        expect(Jrmp.STRINGS);
        int count = in.readInt();
        if (count < 0 || count > 1000) throw new WireException("a registry with " + count + " names");
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            if (in.readUnsignedByte() != Jrmp.STRING) throw new WireException("a name is expected");
            names[i] = in.readUTF();
        }
        return names;
    }

    /** Begins a call whose argument starts with some bytes and is written on by {@link #write}. */
    void begin(byte[] head, byte[] argumentStart) throws IOException {
        byte[] message = Arrays.copyOf(head, head.length + argumentStart.length);
        System.arraycopy(argumentStart, 0, message, head.length, argumentStart.length);
        out.write(message);
    }

    /** Writes a part of the argument of the call that was begun. */
    void write(byte[] bytes) throws IOException {
        out.write(bytes, 0, bytes.length);
    }

    /** Writes a part of the argument of the call that was begun. */
    void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Writes as much as can be written without waiting; answers how much is not to be given again. */
    int writeNow(byte[] bytes, int length) throws IOException {
        return direct == null ? 0 : direct.writeNow(bytes, 0, length);
    }

    /** Whether something of what was written so is not sent yet; it goes before the next write. */
    boolean hasRest() {
        return direct != null && direct.hasRest();
    }

    /** Whether {@link #writeRun} can be used. */
    boolean takesRuns() {
        return direct != null;
    }

    /** Writes a few bytes, a header, and a run of bytes from where they are. */
    void writeRun(byte[] before, byte[] header, int length, ByteBuffer run) throws IOException {
        writing.begin();
        try {
            direct.writeRun(before, header, length, run);
        } finally {
            writing.end();
        }
    }

    /** Waits until the other side has come to the argument's own content. */
    void expectReady() throws IOException {
        allow(readMillis);
        int answer = in.readUnsignedByte();
        if (answer != Jrmp.READY) throw new WireException("the other side does not take the stream");
    }

    /** Reads the result of a call that gives nothing. */
    void expectNormalReturn() throws IOException {
        allow(readMillis);
        for (int i = 0; i < Jrmp.NORMAL_RETURN.length; i++) {
            int value = in.readUnsignedByte();
            if (value == (Jrmp.NORMAL_RETURN[i] & 0xFF)) continue;
            if (i == Jrmp.RETURN_KIND) throw new NoSuchObjectException("the other side has ended this session");
            throw new WireException("the other side's answer is of no known form");
        }
        in.skipNBytes(Jrmp.RESULT_ID_LENGTH);
    }

    private void expect(byte[] bytes) throws IOException {
        for (byte expected : bytes) {
            if (in.readByte() != expected) {
                throw new WireException("the other side's result is not of the form expected");
            }
        }
    }

    /** Reads bytes without trusting the length: room grows as they come. */
    private byte[] readFully(int length) throws IOException {
        if (length <= SMALL) {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) bytes[at + i] = (byte) (value >>> 24 - 8 * i);
    }

    long blockedWriteNanos(long now) {
        return writing.blockedNanos(now);
    }

    @Override
    public void close() {
        Sockets.closeQuietly(socket::close);
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            bound();
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            bound();
            return in.read(target, offset, length);
        }

        private void bound() throws IOException {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) throw new SocketTimeoutException("Read timed out");
            socket.setSoTimeout((int) Math.min(left, readCap));
        }
    }
}
