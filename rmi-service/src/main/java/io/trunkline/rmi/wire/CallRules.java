package io.trunkline.rmi.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What may be called at a port. Nobody may call the platform's distributed garbage collector, which keeps for ten
 * minutes what any stranger tells it: here nothing lives by who refers to it. Calls of what strangers know are short.
 *
 * <p>Safe from any thread.
 */
final class CallRules implements CallHeads.Rules {

    private static final int AROUND = 256; // bytes of a call that are no content
    private static final byte[] COLLECTOR_ID = new byte[Protocol.OBJECT_ID_LENGTH];

    static {
        COLLECTOR_ID[7] = 2; // well known
    }

    private final Set<ByteBuffer> forStrangers = ConcurrentHashMap.newKeySet();
    private final long longest;

    /** Other calls are as long as a limit lets them be. */
    CallRules(long longest) {
        this.longest = longest;
        addForStrangers(Jrmp.REGISTRY_ID);
    }

    /** Adds an object that is called before logging in. */
    void addForStrangers(byte[] objectId) {
        forStrangers.add(ByteBuffer.wrap(objectId.clone()));
    }

    @Override
    public long room(byte[] objectId) {
        if (Arrays.equals(objectId, COLLECTOR_ID)) return -1;
        return forStrangers.contains(ByteBuffer.wrap(objectId)) ? Protocol.MAX_LOG_IN + AROUND : longest;
    }
}
