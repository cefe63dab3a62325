package io.trunkline.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A publisher and its subscribers over one transport, in JVMs of their own. */
final class Line implements Closeable {

    /**
     * What a push came to.
     *
     * @param delivered events received, by all subscribers together
     * @param nanos how long it took
     * @param publisherCpu processor time of the publisher's JVM
     * @param publisherAllocated bytes allocated there
     * @param subscriberCpu processor time of the subscribers' JVMs
     */
    record Push(
            long delivered, long nanos, long publisherCpu, long publisherAllocated, long subscriberCpu) {

        double rate() {
            return delivered * 1e9 / nanos;
        }

        double cpuPerDelivered() {
            return (double) publisherCpu / delivered;
        }

        double clientCpuPerDelivered() {
            return (double) subscriberCpu / delivered;
        }
    }

    private final Entrant entrant;
    private final Setup setup;
    private final Path folder;
    private final PeerJvm publisher;
    private final List<PeerJvm> subscribers = new ArrayList<>();
    private double share = 1; // of what is published, for each subscriber

    /** Starts the JVMs and connects them. */
    Line(Entrant entrant) throws IOException {
        this.entrant = entrant;
        this.setup = entrant.setup();
        Transport transport = Transports.get(entrant.transport());
        folder = Files.createTempDirectory("tb");
        publisher = PeerJvm.start("publisher", transport.jvmArguments());
        try {
            for (int i = 0; i < setup.jvms(); i++) {
                subscribers.add(PeerJvm.start("subscriber", transport.jvmArguments()));
            }
            connect();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        Map<String, String> values = new HashMap<>(setup.options());
        values.putAll(Map.of("transport", entrant.transport(), "workload", setup.workload(), "folder", folder.toString(),
                "clients", Integer.toString(setup.clients()), "instruments", Integer.toString(setup.instruments()),
                "window", Long.toString(setup.window())));
        Message opened = publisher.ask(new Message("open", values));
        values.put("address", opened.text("address"));
        publisher.tell(new Message("await", Map.of()));
        int first = 0;
        for (int i = 0; i < subscribers.size(); i++) {
            int count = (setup.clients() - first) / (subscribers.size() - i);
            values.put("first", Integer.toString(first));
            values.put("count", Integer.toString(count));
            subscribers.get(i).tell(new Message("subscribe", values));
            first += count;
        }
        for (PeerJvm subscriber : subscribers) subscriber.answer();
        publisher.answer();
        if (setup.instruments() > 0) share = setup.instruments() / 500.0;
    }

    String label() {
        return entrant.label();
    }

    /** Publishes the workload some times over, as fast as the subscribers follow, and checks what they received. */
    Push push(long rounds) throws IOException {
        Message before = publisher.last();
        long subscriberCpu = 0;
        for (PeerJvm subscriber : subscribers) subscriberCpu -= subscriber.last().number("cpu");
        Message after = publisher.ask(new Message("push", Map.of("rounds", Long.toString(rounds))));
        check();
        for (PeerJvm subscriber : subscribers) subscriberCpu += subscriber.last().number("cpu");
        long delivered = Math.round(after.number("events") * share * setup.clients());
        return new Push(delivered, after.number("nanos"), after.number("cpu") - before.number("cpu"),
                after.number("allocated") - before.number("allocated"), subscriberCpu);
    }

    /** Publishes stamped events at a pace. {@link #check} then has their latencies. */
    void pace(int rate, int burst, long events) throws IOException {
        publisher.ask(new Message("pace", Map.of("rate", Integer.toString(rate), "burst", Integer.toString(burst),
                "events", Long.toString(events))));
    }

    /** What each subscribers' JVM has to say; throws if anything was lost, doubled, out of order or changed. */
    List<Message> check() throws IOException {
        List<Message> answers = new ArrayList<>();
        for (PeerJvm subscriber : subscribers) {
            Message answer = subscriber.ask(new Message("check", Map.of()));
            if (answer.number("wrong") > 0) {
                throw new IOException(entrant.label() + ": " + answer.text("wrong") + " events are wrong, first: "
                        + answer.text("what"));
            }
            answers.add(answer);
        }
        return answers;
    }

    /** Asks the publisher's JVM. */
    Message ask(String word) throws IOException {
        return publisher.ask(new Message(word, Map.of()));
    }

    PeerJvm publisher() {
        return publisher;
    }

    List<PeerJvm> subscribers() {
        return subscribers;
    }

    @Override
    public void close() throws IOException {
        for (PeerJvm subscriber : subscribers) subscriber.close();
        publisher.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
