package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Tables;
import io.trunkline.rmi.wire.WireException;
import java.rmi.RemoteException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server shows of itself, such as its sessions, as monitors here. Whoever looks at one never waits: he gets
 * what was fetched last, and nothing at first, and his look makes the session's {@link Pulse} fetch it anew with its
 * next sign of life, on its own thread. While nobody looks nothing is fetched.
 *
 * <p>Safe from any thread.
 */
final class ServerMonitors {

    private static final Logger LOG = LoggerFactory.getLogger(ServerMonitors.class);
    private static final String PREFIX = "server: ";
    private static final long OLD_NANOS = 1_000_000_000; // older than that and a look has it fetched at once
    private static final long WATCHED_NANOS = 5_000_000_000L; // so long after the last look it goes on
    private static final LookUp REQUEST = new LookUp(LookUp.Kind.MONITORS, "");

    private volatile List<Tables.Table> tables = List.of();
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
    }

    /** The server's monitors, as far as they are known. */
    List<Monitor> monitors() {
        look();
        return tables.stream().map(table -> new Monitor(PREFIX + table.name(), table.columns(),
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

    /** Fetches them, if somebody looked of late. May block as any call to the server. */
    void refresh(Link link) throws RemoteException {
        if (System.nanoTime() - looked > WATCHED_NANOS) return;
        try {
            byte[] answer = link.session().lookUp(REQUEST.encode());
            tables = answer.length == 0 ? List.of() : Tables.decode(answer);
        } catch (WireException | IllegalArgumentException e) {
            LOG.debug("what the server shows of itself cannot be read", e);
        } finally {
            fetched = System.nanoTime();
            isAsked = false;
        }
    }
}
