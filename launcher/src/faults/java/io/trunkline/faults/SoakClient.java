package io.trunkline.faults;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of a run, the main class of a JVM of its own. Says on stdout all that it sees and does, and is told on stdin
 * what to do; ends with that. Its lines begin with a letter and a tab: E an entry of its history, S the states on its
 * way to the exchange, K a key that it is about to send an order with, O and a key what became of that, A the answer to
 * a question for a key, B a record of its books, F figures, END the end of an answer.
 */
final class SoakClient {

    /** The exchange's name in its engine. */
    static final String EXCHANGE = "SIM";

    private static final String RPC = "RPC";
    private static final InstrumentId INSTRUMENT = InstrumentId.parse("AP010.CZCE");
    private static final int MOST_RESTING = 5;

    private final MainEngine engine;
    private final String keys;
    private final String way;
    private final Random random;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Map<String, String> states = new TreeMap<>(); // by the event thread only
    private final Deque<Id> resting = new ArrayDeque<>(); // by the trading thread only
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong conflated = new AtomicLong();
    private volatile boolean isTrading;
    private volatile boolean isOver;

    private SoakClient(MainEngine engine, String keys, String way) {
        this.engine = engine;
        this.way = way;
        this.keys = keys;
        this.random = new Random(keys.hashCode());
    }

    /**
     * Runs until stdin ends. The arguments: the server's address, a name, the life's number, orders a second, heartbeat
     * and timeout in milliseconds, the way to the exchange's engine.
     */
    public static void main(String[] args) throws IOException {
        try (MainEngine engine = MainEngine.create()) {
            SoakClient client = new SoakClient(engine, args[1] + "-" + args[2], args[6]);
            Recorder recorder = client.connect(args);
            Thread trader = new Thread(() -> client.trade(Integer.parseInt(args[3])), "trader");
            trader.setDaemon(true);
            trader.start();
            client.obey(recorder);
        }
    }

    private Recorder connect(String[] args) {
        engine.addGateway(RPC);
        Recorder recorder = Recorder.attach(engine, way, EXCHANGE, this::onEntry);
        engine.events().on(GatewayStatus.class, this::onStatus);
        engine.connect(RPC, Map.of("address", args[0], "name", args[1], "heartbeat", args[4] + "ms",
                "timeout", args[5] + "ms"));
        return recorder;
    }

    private synchronized void say(String line) {
        out.print(line + "\n");
        out.flush();
    }

    private void onEntry(Entry entry) {
        switch (entry.kind()) {
            case TICK -> ticks.incrementAndGet();
            case CONFLATED -> conflated.addAndGet(Long.parseLong(entry.content()));
            case LOG, LOST -> { }
            default -> say("E\t" + entry.line());
        }
    }

    private void onStatus(GatewayStatus status) {
        if (!GatewayPath.isUnder(way + "." + EXCHANGE, status.gateway())) return;
        states.put(status.gateway(), status.state().name());
        say("S\t" + states);
    }

    private void trade(int rate) {
        boolean isSubscribed = false;
        for (int number = 1; !isOver; ) {
            LockSupport.parkNanos((long) ((0.5 + random.nextDouble()) * 1_000_000_000 / rate));
            if (!isSubscribed) isSubscribed = engine.subscribe(new SubscribeRequest(RPC, INSTRUMENT)).isAccepted();
            if (!isTrading) continue;
            if (resting.size() >= MOST_RESTING || !resting.isEmpty() && random.nextInt(3) == 0) {
                engine.cancelOrder(resting.remove());
            } else {
                send(keys + "-" + number++);
            }
        }
    }

    private void send(String key) {
        boolean isMarketable = random.nextInt(3) == 0;
        Direction direction = random.nextBoolean() ? Direction.LONG : Direction.SHORT;
        Optional<Double> price = price(isMarketable, direction);
        if (price.isEmpty()) return;
        say("K\t" + key);
        Outcome outcome = engine.sendOrder(OrderRequest.limit(RPC, INSTRUMENT, direction, Offset.OPEN, 1, price.get())
                .withClientKey(key));
        if (!isMarketable) outcome.acceptedId().ifPresent(resting::add);
        say("O\t" + key + "\t" + text(outcome));
    }

    private Optional<Double> price(boolean isMarketable, Direction direction) {
        Optional<Tick> tick = engine.tick(INSTRUMENT).filter(each -> each.limitUp() > 0 && each.limitDown() > 0);
        boolean isHigh = isMarketable == (direction == Direction.LONG);
        return tick.map(each -> isHigh ? each.limitUp() : each.limitDown());
    }

    /** An outcome as ACCEPTED and the exchange's id, REFUSED and why, NEVER or DOUBT and why. */
    private String text(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return "ACCEPTED\t" + accepted.id().value().substring(way.length() + 1);
        }
        if (outcome instanceof Outcome.Refused refused) return "REFUSED\t" + plain(refused.refusal());
        if (outcome instanceof Outcome.InDoubt doubt) return "DOUBT\t" + doubt.reason().replaceAll("\\s", " ");
        return "NEVER\t";
    }

    private static String plain(Refusal refusal) {
        return refusal.toString().replaceAll("\\s", " ");
    }

    private void obey(Recorder recorder) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t");
            switch (words[0]) {
                case "GO" -> isTrading = true;
                case "PAUSE" -> isTrading = false;
                case "ASK" -> say("A\t" + words[1] + "\t" + text(engine.outcome(words[1])));
                case "BOOKS" -> {
                    Recorder.books(engine, way, EXCHANGE).forEach(entry -> say("B\t" + entry.line()));
                    say("END");
                }
                case "FIGURES" -> figures(recorder);
                default -> throw new IOException("unknown: " + line);
            }
        }
        isOver = true;
    }

    private void figures(Recorder recorder) {
        StringBuilder line = new StringBuilder("F\tevents=" + recorder.events() + "\tticks=" + ticks + "\tconflated="
                + conflated + "\tresyncs=" + recorder.resyncs());
        Gateway gateway = engine.gateway(RPC).orElseThrow();
        for (String figure : List.of("connects", "resumes", "gaps", "lost", "duplicates", "digests compared",
                "digests that differed")) {
            line.append('\t').append(figure).append('=').append(Recorder.figure(gateway, figure));
        }
        say(line.toString());
    }
}
