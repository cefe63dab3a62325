package io.trunkline.bench;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The transports on the class path. */
final class Transports {

    private Transports() {}

    static List<Transport> all() {
        return ServiceLoader.load(Transport.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    static Optional<Transport> find(String name) {
        return all().stream().filter(transport -> transport.name().equals(name)).findFirst();
    }

    static Transport get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no transport: " + name));
    }
}
