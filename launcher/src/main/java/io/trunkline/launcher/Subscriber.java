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
import java.util.function.Predicate;

/**
 * Subscribes to instruments as soon as their contracts are known.
 *
 * <p>The event thread reports contracts; a thread of this object makes the requests, since those may block.
 */
final class Subscriber implements AutoCloseable {

    private final Requests requests;
    private final Predicate<InstrumentId> isWanted;
    private final Set<InstrumentId> named;
    private final Consumer<String> onRefusal;
    private final Set<Id> asked = new HashSet<>(); // guarded by this
    private final ExecutorService requester = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "subscriber");
        thread.setDaemon(true);
        return thread;
    });

    private Subscriber(Requests requests, Predicate<InstrumentId> isWanted, Set<InstrumentId> named,
            Consumer<String> onRefusal) {
        this.requests = requests;
        this.isWanted = isWanted;
        this.named = named;
        this.onRefusal = onRefusal;
    }

    /** One for some instruments. Tells {@code onRefusal} a line for a person whenever a subscription is refused. */
    static Subscriber to(List<InstrumentId> instruments, Requests requests, Consumer<String> onRefusal) {
        Set<InstrumentId> named = new LinkedHashSet<>(instruments);
        return new Subscriber(requests, named::contains, named, onRefusal);
    }

    /** One for every instrument that has a contract. */
    static Subscriber toAll(Requests requests, Consumer<String> onRefusal) {
        return new Subscriber(requests, instrument -> true, Set.of(), onRefusal);
    }

    /** A contract is known now. */
    void onContract(Contract contract) {
        if (!isWanted.test(contract.instrument())) return;
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

    /** The named instruments of which no contract is known yet. */
    synchronized Set<InstrumentId> missing() {
        Set<InstrumentId> missing = new LinkedHashSet<>(named);
        missing.removeIf(instrument -> asked.stream().anyMatch(id -> id.value().endsWith("." + instrument)));
        return missing;
    }

    @Override
    public void close() {
        requester.shutdownNow();
    }
}
