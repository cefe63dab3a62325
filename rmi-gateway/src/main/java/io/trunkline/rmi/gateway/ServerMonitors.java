package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Offers;
import io.trunkline.rmi.wire.Tables;
import io.trunkline.rmi.wire.WireException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server shows of itself, such as its sessions and its apps' tables, as monitors here, and what its gateways
 * and apps can be asked to do. Whoever looks never waits: he gets what was fetched last, and nothing at first, and his
 * look makes the session's {@link Pulse} fetch it anew with its next sign of life, on its own thread. While nobody
 * looks nothing is fetched.
 *
 * <p>Safe from any thread.
 */
final class ServerMonitors {

    private static final Logger LOG = LoggerFactory.getLogger(ServerMonitors.class);
    private static final String PREFIX = "server: ";
    private static final long OLD_NANOS = 1_000_000_000; // older than that and a look has it fetched at once
    private static final long WATCHED_NANOS = 5_000_000_000L; // so long after the last look it goes on
    private static final int MOST_APPS = 16; // whose tables are fetched

    private volatile List<Tables.Table> tables = List.of(); // named as they are here
    private Map<String, List<Tables.Table>> ofApps = Map.of(); // by the thread that fetches, like the next
    private int turn;
    private volatile List<Offers.Offer> offers = List.of();
    private volatile Runnable waker = () -> { };
    private volatile long fetched = System.nanoTime() - OLD_NANOS;
    private volatile long looked = System.nanoTime() - WATCHED_NANOS;
    private volatile boolean isAsked;

    /** A session began; the waker makes its pulse beat at once. */
    void begin(Runnable wakePulse) {
        waker = wakePulse;
        isAsked = false;
    }

    /** The session ended: what it said holds no longer. */
    void end() {
        waker = () -> { };
        tables = List.of();
        offers = List.of();
    }

    /** What the server's gateways and apps can be asked to do, as far as it is known. */
    List<Offers.Offer> offers() {
        look();
        return offers;
    }

    /** The server's monitors, as far as they are known. */
    List<Monitor> monitors() {
        look();
        return tables.stream().map(table -> new Monitor(table.name(), table.columns(),
                () -> rows(table.name(), table.columns()))).toList();
    }

    private List<List<Object>> rows(String name, List<String> columns) {
        look();
        return tables.stream().filter(table -> table.name().equals(name) && table.columns().equals(columns))
                .findFirst().map(Tables.Table::rows).orElse(List.of());
    }

    private void look() {
        long now = System.nanoTime();
        looked = now;
        if (isAsked || now - fetched < OLD_NANOS) return;
        isAsked = true;
        waker.run();
    }

    /**
     * Fetches them, if somebody looked of late; of the apps' tables those of one app at a time, in turn, for they are
     * made by code that may take its time. May block as any call to the server, a few times.
     */
    void refresh(Link link) throws RemoteException {
        if (System.nanoTime() - looked > WATCHED_NANOS) return;
        try {
            List<Tables.Table> own = tables(link, "", PREFIX);
            tables = together(own);
            offers = offers(link);
            fetchNext(link);
            tables = together(own);
        } catch (WireException | IllegalArgumentException e) {
            LOG.debug("what the server shows of itself cannot be read", e);
        } finally {
            fetched = System.nanoTime();
            isAsked = false;
        }
    }

    private void fetchNext(Link link) throws RemoteException, WireException {
        List<String> apps = offers.stream().filter(Offers.Offer::hasTables).map(Offers.Offer::plugin)
                .filter(name -> !name.isEmpty()).limit(MOST_APPS).toList();
        Map<String, List<Tables.Table>> known = new LinkedHashMap<>();
        for (String app : apps) known.put(app, ofApps.getOrDefault(app, List.of()));
        if (!apps.isEmpty()) {
            String app = apps.get(Math.floorMod(turn++, apps.size()));
            known.put(app, tables(link, app, PREFIX + app + " "));
        }
        ofApps = known;
    }

    private List<Tables.Table> together(List<Tables.Table> own) {
        List<Tables.Table> all = new ArrayList<>(own);
        ofApps.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    private static List<Tables.Table> tables(Link link, String app, String prefix)
            throws RemoteException, WireException {
        byte[] answer = link.session().lookUp(new LookUp(LookUp.Kind.MONITORS, app).encode());
        if (answer.length == 0) return List.of();
        return Tables.decode(answer).stream()
                .map(each -> new Tables.Table(prefix + each.name(), each.columns(), each.rows())).toList();
    }

    private static List<Offers.Offer> offers(Link link) throws RemoteException, WireException {
        byte[] answer = link.session().lookUp(new LookUp(LookUp.Kind.ACTIONS, "").encode());
        return answer.length == 0 ? List.of() : Offers.decode(answer);
    }
}
