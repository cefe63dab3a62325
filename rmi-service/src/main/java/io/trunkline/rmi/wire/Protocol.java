package io.trunkline.rmi.wire;

import java.time.Duration;

/** The numbers of the protocol. */
public final class Protocol {

    /** What the first message of a client starts with. */
    public static final int MAGIC = 0x54_52_4B_4C; // TRKL

    /** The version that this build speaks. Two sides of different versions do not talk. */
    public static final int VERSION = 5;

    /** The port of a service that was given none. */
    public static final int DEFAULT_PORT = 2014;

    /** The name under which a service stands in its registry. */
    public static final String SERVICE_NAME = "RpcService";

    /** The longest token of a client, in characters. */
    public static final int MAX_TOKEN = 256;

    /** The longest message that opens a session, in bytes. */
    public static final int MAX_LOG_IN = 1 << 12;

    /** The longest message that a server reads from a client, in bytes. */
    public static final int MAX_REQUEST = 1 << 20;

    /** The longest reply that a client reads from a server, in bytes. */
    public static final int MAX_REPLY = 64 << 20;

    /** The longest frame, in bytes. */
    public static final int MAX_FRAME = 1 << 20;

    /** The longest chunk of frames, in bytes. */
    public static final int MAX_CHUNK = MAX_FRAME + (1 << 17);

    /** Time between two signs of life, either way. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** How long a read may wait for bytes that are due; a peer is given up after twice that. */
    public static final Duration READ_CAP = Duration.ofSeconds(5);

    /** Length of an object's id in bytes. */
    static final int OBJECT_ID_LENGTH = 22;

    private Protocol() {}
}
