package io.trunkline.engine.core;

import io.trunkline.engine.model.GatewayPath;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one kind of plug-in by their type. Those on the class and module path are looked for when the
 * catalog is first asked; one that cannot be loaded is reported and left out. Thread-safe.
 *
 * @param <P> the kind of provider
 */
final class Catalog<P> {

    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);
    private static final int MAX_FAULTS = 100;

    private final String kind;
    private final Function<P, String> typeOf;
    private final Supplier<List<Iterator<P>>> sources;
    private final Map<String, P> byType = new TreeMap<>(); // guarded by this
    private boolean loaded; // guarded by this

    /** A catalog of providers that the sources give, the first source first. */
    Catalog(String kind, Function<P, String> typeOf, Supplier<List<Iterator<P>>> sources) {
        this.kind = kind;
        this.typeOf = typeOf;
        this.sources = sources;
    }

    /** Adds a provider; if its type is known, the known one stays. */
    synchronized void add(P provider) {
        add(provider, "code");
    }

    private void add(P provider, String where) {
        String type;
        try {
            type = GatewayPath.checkName(typeOf.apply(provider));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} provider {} is left out: its type cannot be used", kind, provider.getClass().getName(), e);
            return;
        }
        P known = byType.putIfAbsent(type, provider);
        if (known == null) {
            LOG.debug("{} type {} is {} from {}", kind, type, provider.getClass().getName(), where);
        } else if (known.getClass() != provider.getClass()) {
            LOG.warn("{} provider {} from {} is left out: {} has its type {} already", kind,
                    provider.getClass().getName(), where, known.getClass().getName(), type);
        }
    }

    /** The providers, in order of their types. */
    synchronized List<P> all() {
        load();
        return List.copyOf(byType.values());
    }

    /**
     * The provider of a type.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    synchronized P get(String type) {
        load();
        P provider = byType.get(type);
        if (provider == null) throw new IllegalArgumentException(Names.unknown(kind + " type", type, byType.keySet()));
        return provider;
    }

    private void load() {
        if (loaded) return;
        loaded = true;
        sources.get().forEach(this::load);
    }

    private void load(Iterator<P> source) {
        String last = "";
        for (int faults = 0; faults < MAX_FAULTS; faults++) { // one that can do nothing but throw is not asked for ever
            try {
                while (source.hasNext()) {
                    P provider = source.next();
                    add(provider, place(provider.getClass()));
                }
                return;
            } catch (Exception | Error e) { // whatever a plug-in's code throws while it is loaded
                LOG.warn("a {} provider cannot be loaded and is left out", kind, e);
                if (e.toString().equals(last)) return;
                last = e.toString();
            }
        }
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "an unknown place" : source.getLocation().toString();
    }
}
