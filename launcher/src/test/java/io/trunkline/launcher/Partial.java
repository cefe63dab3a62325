package io.trunkline.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Makes an interface of an object that has some of its methods; the others do what they do by default, or throw. */
public final class Partial {

    private Partial() {}

    /** The interface, carried out by the public methods of {@code target} that have the same names and parameters. */
    public static <T> T of(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Method own = find(target, method);
            try {
                if (own != null) return own.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (method.isDefault()) return InvocationHandler.invokeDefault(proxy, method, arguments);
            throw new UnsupportedOperationException(method.toString());
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Method find(Object target, Method method) {
        try {
            Method own = target.getClass().getMethod(method.getName(), method.getParameterTypes());
            own.setAccessible(true);
            return own;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
