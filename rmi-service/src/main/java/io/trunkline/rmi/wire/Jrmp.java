package io.trunkline.rmi.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The bytes of the Java Remote Method Protocol, as chapter 10 of the Java RMI specification and the object
 * serialization stream protocol give them: as much of it as calls need whose argument is a byte array or a stream and
 * whose result is nothing or a byte array.
 */
final class Jrmp {

    /** Magic, version 2, "a connection for many calls". */
    static final byte[] GREETING = {'J', 'R', 'M', 'I', 0, 2, 0x4B};

    static final int PROTOCOL_ACK = 0x4E;

    /** What the caller says of its own end after the acknowledgement: no host name, no port. */
    static final byte[] OWN_END = new byte[6];

    /**
     * A result that is not an exception, up to its id of 14 bytes: return, stream header, a block of 15 bytes,
     * "normal".
     */
    static final byte[] NORMAL_RETURN = {0x51, (byte) 0xAC, (byte) 0xED, 0, 5, 0x77, 15, 1};

    /** Where in {@link #NORMAL_RETURN} an exception would differ. */
    static final int RETURN_KIND = 7;

    static final int RESULT_ID_LENGTH = 14;

    /** A byte array up to its length. */
    static final byte[] BYTES = array("[B", 0xACF3_17F8_0608_54E0L);

    /** An array of strings up to its length. */
    static final byte[] STRINGS = array("[Ljava.lang.String;", 0xADD2_56E7_E91D_7B47L);

    static final int STRING = 0x74;

    /** What stands before the content of an {@link EventStream}. */
    static final byte[] STREAM = externalizable(EventStream.class, EventStream.SERIAL_VERSION);

    /** A block of data whose length follows in four bytes. */
    static final int LONG_BLOCK = 0x7A;

    /** The end of an object's own data. */
    static final byte END_OF_DATA = 0x78;

    /** Our own, and none of those that an answer may begin with: the reader of a stream has come to its content. */
    static final byte READY = 'G';

    /** The registry's well-known id, its number for "list", and the fingerprint of its interface. */
    static final byte[] REGISTRY_ID = new byte[Protocol.OBJECT_ID_LENGTH];

    static final int REGISTRY_LIST = 1;
    static final long REGISTRY_INTERFACE = 4905912898345647071L;

    /** What a call begins with, up to its object's id: with that, a block of 34 bytes. */
    static final byte[] CALL = {0x50, (byte) 0xAC, (byte) 0xED, 0, 5, 0x77, 34};

    private Jrmp() {}

    /** The head of a call of a method of a remote interface. */
    static byte[] call(byte[] objectId, Method method) {
        return call(objectId, -1, hash(method));
    }

    /** The head of a call: the object, a method's number or -1, a method's or interface's fingerprint. */
    static byte[] call(byte[] objectId, int number, long fingerprint) {
        return ByteBuffer.allocate(CALL.length + objectId.length + 12)
                .put(CALL).put(objectId).putInt(number).putLong(fingerprint).array();
    }

    /** The fingerprint of a method: the first eight bytes of the SHA-1 of its name and descriptor, the lowest first. */
    static long hash(Method method) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            try (DataOutputStream out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(),
                    sha1))) {
                StringBuilder descriptor = new StringBuilder(method.getName()).append('(');
                for (Class<?> parameter : method.getParameterTypes()) descriptor.append(parameter.descriptorString());
                out.writeUTF(descriptor.append(')').append(method.getReturnType().descriptorString()).toString());
            }
            byte[] digest = sha1.digest();
            long hash = 0;
            for (int i = 0; i < Long.BYTES; i++) hash |= (digest[i] & 0xFFL) << i * 8;
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some data as a block. */
    static byte[] block(byte[] data) {
        return ByteBuffer.allocate(5 + data.length).put((byte) LONG_BLOCK).putInt(data.length).put(data).array();
    }

    private static byte[] array(String type, long serialVersion) {
        return described(0x75, type, serialVersion, 2);
    }

    private static byte[] externalizable(Class<?> type, long serialVersion) {
        return described(0x73, type.getName(), serialVersion, 0x0C);
    }

    /** A new value with its class: name, version, flags, no fields, no place to load it from, no superclass. */
    private static byte[] described(int tag, String type, long serialVersion, int flags) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length
                + 18).put((byte) tag).put((byte) 0x72).putShort((short) name.length).put(name)
                .putLong(serialVersion).put((byte) flags).putShort((short) 0).put(new byte[] {0x70, 0x78,
                        0x70}).array();
    }
}
