package io.trunkline.launcher;

import io.trunkline.engine.Requests;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.SubscribeRequest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Subscribes to instruments as soon as their contracts are known.
 *
 * <p>The event thread reports contracts; a thread of this object makes the requests, since those may block.
 */
final class Subscriber implements AutoCloseable {

    private final Requests requests;
    private final Set<InstrumentId> wanted;
    private final Consumer<String> onRefusal;
    private final Set<Id> asked = new HashSet<>(); // guarded by this
    private final ExecutorService requester = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "subscriber");
        thread.setDaemon(true);
        return thread;
    });

    /** One that tells {@code onRefusal} a line for a person whenever a subscription is refused. */
    Subscriber(Requests requests, List<InstrumentId> wanted, Consumer<String> onRefusal) {
        this.requests = requests;
        this.wanted = new LinkedHashSet<>(wanted);
        this.onRefusal = onRefusal;
    }

    /** A contract is known now. */
    void onContract(Contract contract) {
        if (!wanted.contains(contract.instrument())) return;
        synchronized (this) {
            if (!asked.add(contract.id())) return;
        }
        requester.execute(() -> subscribe(contract));
    }

    private void subscribe(Contract contract) {
        SubscribeRequest request = new SubscribeRequest(contract.gateway(), contract.instrument());
        requests.subscribe(request).whyRefused().ifPresent(
                refusal -> onRefusal.accept("cannot subscribe to " + contract.instrument() + ": " + refusal));
    }

    /** The instruments of which no contract is known yet. */
    synchronized Set<InstrumentId> missing() {
        Set<InstrumentId> missing = new LinkedHashSet<>(wanted);
        missing.removeIf(instrument -> asked.stream().anyMatch(id -> id.value().endsWith("." + instrument)));
        return missing;
    }

    @Override
    public void close() {
        requester.shutdownNow();
    }
}
