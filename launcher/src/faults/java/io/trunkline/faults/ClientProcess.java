package io.trunkline.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of a run, through all of its lives. For one thread; what its process says comes on another, and may be read
 * by any.
 */
final class ClientProcess implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final String ALL_LIVE = "S\t{RPC=LIVE, RPC.RPC=LIVE, RPC.RPC.SIM=LIVE}";

    private final SoakOptions options;
    private final String name;
    private final String address;
    private final HistoryChecker checker;
    private final OrderLedger ledger;
    private final Map<String, Long> figuresOfTheDead = new HashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ConcurrentLinkedQueue<Entry> books = new ConcurrentLinkedQueue<>();
    private volatile Map<String, Long> figures = Map.of();
    private volatile boolean isLive;
    private volatile boolean isBooksEnd;
    private volatile long lostNanos; // when it last ceased to be live
    private volatile long liveNanos; // when it last became live
    private History history;
    private ChildProcess child;
    private int lives;

    ClientProcess(SoakOptions options, int number, int port, HistoryChecker checker, OrderLedger ledger) {
        this.options = options;
        this.name = "client-" + number;
        this.address = "127.0.0.1:" + port;
        this.checker = checker;
        this.ledger = ledger;
    }

    /** Starts a new life. It trades at once. */
    void start() throws IOException {
        lives++;
        history = checker.consumer(name + " in life " + lives);
        List<String> command = new ArrayList<>(options.java());
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info", "-cp",
                System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator,
                        File.pathSeparator), SoakClient.class.getName(), address, name, Integer.toString(lives),
                Integer.toString(options.rate()), Long.toString(options.heartbeat().toMillis()),
                Long.toString(options.timeout().toMillis())));
        History own = history;
        Path log = options.folder().resolve(name + ".log");
        child = ChildProcess.start(command, log, line -> onLine(line, own));
        child.tell("GO");
    }

    private void onLine(String line, History own) {
        String[] parts = line.split("\t", 3);
        switch (parts[0]) {
            case "E" -> own.add(Entry.parse(line.substring(2)));
            case "S" -> onState(line.equals(ALL_LIVE));
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

    private void onState(boolean live) {
        if (isLive && !live) lostNanos = System.nanoTime();
        if (!isLive && live) liveNanos = System.nanoTime();
        isLive = live;
    }

    private static Map<String, Long> parse(String line) {
        Map<String, Long> figures = new HashMap<>();
        for (String figure : line.substring(2).split("\t")) {
            figures.put(figure.split("=")[0], Long.parseLong(figure.split("=")[1]));
        }
        return figures;
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
