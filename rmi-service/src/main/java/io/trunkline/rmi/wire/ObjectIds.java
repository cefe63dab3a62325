package io.trunkline.rmi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.rmi.Remote;
import java.rmi.server.RemoteObject;
import java.util.Arrays;

/**
 * The ids under which objects are exported. An id and an address are all that a caller needs; no stub is ever sent,
 * since reading one connects to wherever its sender said.
 */
public final class ObjectIds {

    private ObjectIds() {}

    /** The id of the object that was exported with this stub, 22 bytes. */
    public static byte[] of(Remote stub) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            ((RemoteObject) Proxy.getInvocationHandler(stub)).getRef().writeExternal(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a stub's id cannot be read", e);
        }
        int end = bytes.size() - 1; // a flag follows the id
        return Arrays.copyOfRange(bytes.toByteArray(), end - Protocol.OBJECT_ID_LENGTH, end);
    }
}
