package io.trunkline.rmi.gateway;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.plugin.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Clients that connect while ticks flow at full rate and orders trade. They connect in groups, all of a group at once;
 * when a group is live the trading (not the ticks) pauses, and each client's books are compared with the server's.
 *
 * <p>{@link #run} belongs to one thread, which starts and ends one for ticks and one for trading; these share
 * {@link #trading}, which the trading holds for one order at a time.
 */
final class ConnectStorm {

    /**
     * What came of it. Everything but the first five must be zero.
     *
     * @param connects clients that were compared
     * @param orders states of orders that the exchange reported
     * @param trades trades that it reported
     * @param ticks ticks that it reported
     * @param compared records that were compared, over all clients
     * @param wrong orders whose state at a client was not the server's
     * @param backwards states of orders that came to a client after a later one
     * @param doubled trades that came to a client twice
     * @param missing records that the server had and a client had not
     * @param invented records that a client had and the server had not
     */
    record Counts(
            int connects, long orders, long trades, long ticks, long compared, long wrong, long backwards, long doubled,
            long missing, long invented) {

        long faults() {
            return wrong + backwards + doubled + missing + invented;
        }
    }

    private static final String GATEWAY = "CTP";
    private static final long MANY = 20_000;

    private final MainEngine server;
    private final FakeGateway exchange;
    private final String address;
    private final Random random;
    private final ReentrantLock trading = new ReentrantLock(true);
    private volatile boolean over;
    private volatile long orders; // this and the next two are written by one thread each
    private volatile long trades;
    private volatile long ticks;
    private int groups;
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** A storm at a server with a fake exchange CTP. */
    ConnectStorm(MainEngine server, String address, long seed) {
        this.server = server;
        this.exchange = Rig.fake(server, GATEWAY);
        this.address = address;
        this.random = new Random(seed);
    }

    /** Has so many clients connect, so many of them at once. */
    Counts run(int connects, int atOnce) throws InterruptedException {
        exchange.list(Samples.RB, Samples.AU);
        Thread[] threads = {new Thread(this::tick, "storm-ticks"), new Thread(this::trade, "storm-trades")};
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
        try {
            for (int done = 0; done < connects; done += atOnce) connectGroup(Math.min(atOnce, connects - done));
        } finally {
            over = true;
            for (Thread thread : threads) thread.join(10_000);
        }
        return new Counts(counts.connects, orders, trades, ticks, counts.compared, counts.wrong, counts.backwards,
                counts.doubled, counts.missing, counts.invented);
    }

    private void tick() {
        try {
            while (!over) {
                exchange.sink().awaitRoom();
                for (int i = 0; i < 100; i++) exchange.publish(Samples.tick(GATEWAY, Samples.RB, 3000 + i * 0.5));
                ticks += 100;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Orders of ten lots that trade one by one, five of them side by side. */
    private void trade() {
        int[] traded = new int[5];
        long[] ids = new long[5];
        long lastId = 0;
        while (!over) {
            trading.lock();
            try {
                int place = random.nextInt(traded.length);
                if (ids[place] == 0) {
                    ids[place] = ++lastId;
                    report(ids[place], Status.SUBMITTING, 0);
                    report(ids[place], Status.NOTTRADED, 0);
                } else {
                    traded[place]++;
                    exchange.publish(Samples.trade(GATEWAY, "t" + ids[place] + "." + traded[place],
                            Long.toString(ids[place])));
                    trades++;
                    report(ids[place], traded[place] == 10 ? Status.ALLTRADED : Status.PARTTRADED, traded[place]);
                    if (traded[place] == 10) ids[place] = traded[place] = 0;
                }
            } finally {
                trading.unlock();
            }
            LockSupport.parkNanos(orders < MANY ? 500_000 : 5_000_000); // else a slow machine compares ever more
        }
    }

    private void report(long id, Status status, double traded) {
        exchange.publish(Samples.order(GATEWAY, Long.toString(id), status, traded));
        orders++;
    }

    private void connectGroup(int size) {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) clients.add(new Client(address, random.nextInt(4) == 0));
            for (Client client : clients) {
                Wait.until(client.gateway::toString, Wait.PATIENCE, () ->
                        client.gateway.status().state() == GatewayState.LIVE);
            }
            compare(clients);
        } finally {
            clients.forEach(client -> client.gateway.close());
        }
    }

    private void compare(List<Client> clients) {
        trading.lock();
        try {
            String mark = "storm " + ++groups;
            server.log(LogLevel.DEBUG, GATEWAY, mark);
            for (Client client : clients) Wait.until("the mark " + mark, () -> client.books.hasMark(mark));
            Map<String, Object> truth = new HashMap<>();
            for (Order order : server.orders()) truth.put("order " + order.id(), order.at("RPC." + GATEWAY));
            for (Trade trade : server.trades()) truth.put("trade " + trade.id(), trade.at("RPC." + GATEWAY));
            for (Client client : clients) add(client.books, truth);
        } finally {
            trading.unlock();
        }
    }

    private void add(RecordingSink books, Map<String, Object> truth) {
        long wrong = 0;
        long missing = 0;
        for (Object record : truth.values()) {
            Object here = record instanceof Order order ? books.order(order.id()) : books.trade(((Trade) record).id());
            if (here == null) missing++;
            else if (!here.equals(record)) wrong++;
        }
        long invented = books.size() - (truth.size() - missing);
        counts = new Counts(counts.connects + 1, 0, 0, 0, counts.compared + truth.size(), counts.wrong + wrong,
                counts.backwards + books.backwards(), counts.doubled + books.doubled(), counts.missing + missing,
                counts.invented + invented);
    }

    /** A gateway without an engine. */
    private static final class Client {
        private final RecordingSink books = new RecordingSink();
        private final RmiGateway gateway;

        Client(String address, boolean allTicks) {
            gateway = new RmiGateway(GatewayContext.of("RPC", books, InstantSource.system()));
            gateway.connect(Settings.parse(LinkSettings.DESCRIPTORS, Map.of(
                    "address", address, "name", "storm", "ticks", allTicks ? "all" : "subscribed")));
        }
    }
}
