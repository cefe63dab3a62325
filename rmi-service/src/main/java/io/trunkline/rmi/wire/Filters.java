package io.trunkline.rmi.wire;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;

/**
 * What may be deserialized as an argument: byte arrays up to a length, and on a callback also an {@link EventStream}.
 */
public final class Filters {

    private static final int MAX_REASON = 1 << 16;

    private Filters() {}

    /** The filter of objects that a service exports. */
    public static ObjectInputFilter forService() {
        return info -> check(info, Protocol.MAX_REQUEST);
    }

    /** The filter of what everybody may call before logging in: many at once are to take little memory. */
    public static ObjectInputFilter forLogIn() {
        return info -> check(info, Protocol.MAX_LOG_IN);
    }

    /** The filter of a client's callback. */
    public static ObjectInputFilter forCallback() {
        return info -> info.serialClass() == EventStream.class && info.depth() == 1 ? Status.ALLOWED
                : check(info, MAX_REASON);
    }

    private static Status check(FilterInfo info, int longest) {
        if (info.depth() > 1) return Status.REJECTED;
        Class<?> type = info.serialClass();
        if (type == null) return Status.UNDECIDED;
        return type == byte[].class && info.arrayLength() <= longest ? Status.ALLOWED : Status.REJECTED;
    }
}
