package io.trunkline.rmi.wire;

import java.lang.reflect.Method;

/** The methods of {@link RpcCallback}, for those who call them. */
final class RemoteMethods {

    static final Method ON_EVENTS = find("onEvents", EventStream.class);
    static final Method ON_CLOSED = find("onClosed", byte[].class);

    private RemoteMethods() {}

    private static Method find(String name, Class<?> parameter) {
        try {
            return RpcCallback.class.getMethod(name, parameter);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
