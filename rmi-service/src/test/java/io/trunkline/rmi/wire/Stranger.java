package io.trunkline.rmi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;

/** Says any bytes of the protocol for remote calls to a port of this machine, and hears what is answered. */
public final class Stranger {

    private static final byte[] DGC_ID = new byte[Protocol.OBJECT_ID_LENGTH];
    private static final long DGC_INTERFACE = -669196253586618813L;

    static {
        DGC_ID[7] = 2;
    }

    private Stranger() {}

    /** What a connection for calls begins with. */
    public static byte[] greeting() {
        return join(Jrmp.GREETING, Jrmp.OWN_END);
    }

    /** A call with one argument. */
    public static byte[] call(byte[] objectId, Method method, Object argument) throws IOException {
        return join(Jrmp.call(objectId, method), Argument.of(argument));
    }

    /** A call of a registry's method by its number: bind, list, lookup, rebind, unbind. */
    public static byte[] registry(int number, Object... arguments) throws IOException {
        return join(Jrmp.call(Jrmp.REGISTRY_ID, number, Jrmp.REGISTRY_INTERFACE), Argument.all(arguments));
    }

    /** A call of the distributed garbage collector's method by its number: clean, dirty. */
    public static byte[] collector(int number, Object... arguments) throws IOException {
        return join(Jrmp.call(DGC_ID, number, DGC_INTERFACE), Argument.all(arguments));
    }

    /** Greets, says something and answers all that comes back until the other side ends the connection. */
    public static byte[] hear(int port, byte[]... said) throws IOException {
        return hearBare(port, join(greeting(), join(said)));
    }

    /** The same without a greeting. */
    public static byte[] hearBare(int port, byte[] said) throws IOException {
        try (Socket socket = connect(port, InetAddress.getLoopbackAddress())) {
            return hear(socket, said);
        }
    }

    /** Says something on a connection and answers all that comes back until the other side ends it. */
    public static byte[] hear(Socket socket, byte[] said) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(said);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] part = new byte[4096];
            for (int count; (count = in.read(part)) >= 0; ) heard.write(part, 0, count);
        } catch (SocketException e) {
            return heard.toByteArray(); // a reset is an end as well
        }
        return heard.toByteArray();
    }

    /** An answer that is the result of a call. */
    public static byte[] result(Object value) throws IOException {
        return join(Jrmp.NORMAL_RETURN, new byte[Jrmp.RESULT_ID_LENGTH], Argument.of(value));
    }

    /** An answer that is an exception. */
    public static byte[] exception(Throwable exception) throws IOException {
        byte[] answer = result(exception);
        answer[Jrmp.RETURN_KIND] = 2;
        return answer;
    }

    /** Offers a connection for calls to a client, with a session's secret. */
    public static void offer(Socket socket, byte[] secret) throws IOException {
        socket.getOutputStream().write(Tunnels.preamble(secret));
    }

    /** Takes a server's call on a connection that was offered, up to its argument. */
    public static void takeCall(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        in.readNBytes(Jrmp.GREETING.length);
        socket.getOutputStream().write(new byte[] {Jrmp.PROTOCOL_ACK, 0, 0, 0, 0, 0, 0});
        in.readNBytes(Jrmp.OWN_END.length);
        in.readNBytes(Jrmp.call(new byte[Protocol.OBJECT_ID_LENGTH], RemoteMethods.ON_EVENTS).length);
    }

    /** Takes the call for a session's stream, up to what is streamed. */
    public static void takeStream(Socket socket, byte[] secret) throws IOException {
        offer(socket, secret);
        takeCall(socket);
        socket.getInputStream().readNBytes(Jrmp.STREAM.length + Jrmp.block(secret).length);
    }

    /** Says that the stream is read. */
    public static void sayReady(Socket socket) throws IOException {
        socket.getOutputStream().write(Jrmp.READY);
    }

    /** A connection from one address of this machine. */
    public static Socket connect(int port, InetAddress from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        return socket;
    }

    /** Some bytes one after the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /** The same bytes with one changed. */
    public static byte[] mutant(byte[] bytes, int at, int change) {
        byte[] mutant = Arrays.copyOf(bytes, bytes.length);
        mutant[at] ^= (byte) change;
        return mutant;
    }
}
