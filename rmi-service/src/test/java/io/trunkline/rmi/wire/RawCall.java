package io.trunkline.rmi.wire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;

/** A remote call at loopback with any object as its argument. */
public final class RawCall {

    private RawCall() {}

    /** Makes the call; throws unless the other side returns normally. */
    public static void make(int port, byte[] objectId, Method method, Object argument) throws IOException {
        make(port, Jrmp.call(objectId, method), Argument.of(argument));
    }

    static void make(int port, byte[] head, byte[] argument) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try (CallConnection connection = new CallConnection(socket, 10_000, 20_000)) {
            connection.begin(head, argument);
            connection.expectNormalReturn();
        }
    }
}
