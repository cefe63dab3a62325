package io.trunkline.launcher;

/**
 * The gateways and apps that the commands use unless told otherwise, and the keys of those settings that have an
 * option.
 */
final class Names {

    /** The gateway to another engine's service. */
    static final String RPC = "RPC";
    /** The simulated exchange. */
    static final String SIM = "SIM";
    /** The app that serves an engine to clients. */
    static final String RPC_SERVICE = "RpcService";

    static final String ADDRESS = "address";
    static final String NAME = "name";
    static final String TICKS = "ticks";
    static final String BIND = "bind";
    static final String PORT = "port";
    static final String INSECURE = "insecure";
    static final String SPEED = "speed";

    private Names() {}
}
