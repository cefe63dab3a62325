package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** An engine that is another one but for its events. */
final class DirectEngine {

    private DirectEngine() {}

    static MainEngine of(MainEngine engine, DirectEvents events) {
        return (MainEngine) Proxy.newProxyInstance(DirectEngine.class.getClassLoader(), new Class<?>[] {MainEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("events")) return events;
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
