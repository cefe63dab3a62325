package io.trunkline.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A client of a run, through all of its lives. For one thread; what its process says comes on another, and may be read
 * by any.
 */
final class ClientProcess implements AutoCloseable {

    /**
     * How a client is started. Immutable.
     *
     * @param java the beginning of a command line that starts a JVM
     * @param address where its server is
     * @param name what it is called
     * @param way the path of gateways from it to the exchange's engine
     * @param rate orders and cancels that it sends a second
     * @param heartbeat time between signs of life
     * @param timeout how long an answer may take
     * @param log where its messages go
     */
    record Spec(
            List<String> java, String address, String name, String way, int rate, Duration heartbeat, Duration timeout,
            Path log) {

        List<String> command(int life) {
            List<String> command = new ArrayList<>(java);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), SoakClient.class.getName(), address,
                    name, Integer.toString(life), Integer.toString(rate), Long.toString(heartbeat.toMillis()),
                    Long.toString(timeout.toMillis()), way));
            return command;
        }
    }

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final Spec spec;
    private final String name;
    private final HistoryChecker checker; // null if what it sees is the truth
    private final Consumer<Entry> truth; // null if it is checked
    private final OrderLedger ledger;
    private final Map<String, Long> figuresOfTheDead = new HashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ConcurrentLinkedQueue<Entry> books = new ConcurrentLinkedQueue<>();
    private final Queue<String> states = new ConcurrentLinkedQueue<>();
    private volatile Map<String, Long> figures = Map.of();
    private volatile boolean isLive;
    private volatile boolean isBooksEnd;
    private volatile long lostNanos; // when it last ceased to be live
    private volatile long liveNanos; // when it last became live
    private History history;
    private ChildProcess child;
    private int lives;

    private ClientProcess(Spec spec, HistoryChecker checker, Consumer<Entry> truth, OrderLedger ledger) {
        this.spec = spec;
        this.name = spec.name();
        this.checker = checker;
        this.truth = truth;
        this.ledger = ledger;
    }

    /** A client whose every life a checker gets as a consumer. */
    static ClientProcess consumer(Spec spec, HistoryChecker checker, OrderLedger ledger) {
        return new ClientProcess(spec, checker, null, ledger);
    }

    /** A client that sees the truth. */
    static ClientProcess producer(Spec spec, HistoryChecker checker) {
        return new ClientProcess(spec, null, checker::produced, new OrderLedger());
    }

    /** Starts a new life, which does not trade yet. */
    void start() throws IOException {
        lives++;
        Consumer<Entry> sink = truth;
        if (sink == null) {
            history = checker.consumer(name + " in life " + lives);
            sink = history::add;
        }
        Consumer<Entry> own = sink;
        child = ChildProcess.start(spec.command(lives), spec.log(), line -> onLine(line, own));
    }

    /** Has it trade. */
    void trade() {
        child.tell("GO");
    }

    private void onLine(String line, Consumer<Entry> own) {
        String[] parts = line.split("\t", 3);
        switch (parts[0]) {
            case "E" -> own.accept(Entry.parse(line.substring(2)));
            case "S" -> onState(line);
            case "K" -> ledger.sending(parts[1]);
            case "O" -> ledger.answered(parts[1], parts[2]);
            case "A" -> {
                ledger.told(parts[1], parts[2]);
                answers.incrementAndGet();
            }
            case "B" -> books.add(Entry.parse(line.substring(2)));
            case "F" -> figures = parse(line);
            case "END" -> isBooksEnd = true;
            default -> throw new IllegalStateException("a client said " + line);
        }
    }

    private void onState(String line) {
        boolean live = line.split("=LIVE", -1).length == line.split("=", -1).length
                && line.contains(spec.way() + "." + SoakClient.EXCHANGE);
        if (isLive && !live) lostNanos = System.nanoTime();
        if (!isLive && live) liveNanos = System.nanoTime();
        isLive = live;
        states.add(line.substring(2));
    }

    private static Map<String, Long> parse(String line) {
        Map<String, Long> figures = new HashMap<>();
        for (String figure : line.substring(2).split("\t")) {
            figures.put(figure.split("=")[0], Long.parseLong(figure.split("=")[1]));
        }
        return figures;
    }

    /** The states on its way so far, each as one text. */
    Queue<String> states() {
        return states;
    }

    /** Whether it and all on its way to the exchange are live. */
    boolean isLive() {
        return isLive;
    }

    /** When it last noticed that something on its way is not live, by System.nanoTime. */
    long lostNanos() {
        return lostNanos;
    }

    /** When it and all on its way last became live, by System.nanoTime. */
    long liveNanos() {
        return liveNanos;
    }

    History history() {
        return history;
    }

    ChildProcess process() {
        return child;
    }

    /** Ends a life without warning. */
    void kill() throws InterruptedException {
        child.kill();
        figures.forEach((figure, value) -> figuresOfTheDead.merge(figure, value, Long::sum));
        figures = Map.of();
        isLive = false;
    }

    /** Has it send no more orders. */
    void pause() {
        child.tell("PAUSE");
    }

    /** Asks for figures; they come a little later. */
    void askFigures() {
        child.tell("FIGURES");
    }

    /** A figure of all lives, as far as it was asked for. */
    long figure(String figure) {
        return figures.getOrDefault(figure, 0L) + figuresOfTheDead.getOrDefault(figure, 0L);
    }

    /** Asks what became of orders and waits for the answers, which the ledger gets. */
    void ask(List<String> keys) throws InterruptedException {
        int before = answers.get();
        keys.forEach(key -> child.tell("ASK\t" + key));
        Await.until("answers of " + name, LONGEST_ANSWER, () -> answers.get() - before >= keys.size());
    }

    /** Its books. */
    List<Entry> books() throws InterruptedException {
        books.clear();
        isBooksEnd = false;
        child.tell("BOOKS");
        Await.until("books of " + name, LONGEST_ANSWER, () -> isBooksEnd);
        return List.copyOf(books);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        if (child != null) child.close();
    }
}
