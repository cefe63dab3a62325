package io.trunkline.engine.core;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.gateway.GatewayProvider;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where plug-ins are looked for: the class loader given, or else that of the thread that makes the engine; and always
 * the engine's own, so that what ships with it is there whatever the other one sees.
 */
final class PluginPath {

    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    private PluginPath(Stream<ClassLoader> loaders) {
        loaders.filter(Objects::nonNull).forEach(this.loaders::add);
    }

    static PluginPath of(Optional<ClassLoader> given) {
        return new PluginPath(Stream.of(given.orElseGet(() -> Thread.currentThread().getContextClassLoader()),
                PluginPath.class.getClassLoader()));
    }

    /** The providers of gateways, one source a loader. */
    List<Iterator<GatewayProvider>> gateways() {
        return loaders.stream().map(loader -> ServiceLoader.load(GatewayProvider.class, loader).iterator()).toList();
    }

    /** The providers of apps, one source a loader. */
    List<Iterator<AppProvider>> apps() {
        return loaders.stream().map(loader -> ServiceLoader.load(AppProvider.class, loader).iterator()).toList();
    }
}
