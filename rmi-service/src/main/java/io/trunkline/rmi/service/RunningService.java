package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.rmi.access.RightsCheck;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.Filters;
import io.trunkline.rmi.wire.ObjectIds;
import io.trunkline.rmi.wire.Port;
import io.trunkline.rmi.wire.PortLimits;
import io.trunkline.rmi.wire.Protocol;
import java.net.BindException;
import java.rmi.AlreadyBoundException;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service from start to stop: one port, on which a registry, the service object and the sessions' objects are
 * reached. What was begun is undone in reverse, also when the start fails half-way.
 */
final class RunningService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);
    private static final String PAPER = "Paper"; // the app
    private static final PortLimits LIMITS = PortLimits.SERVICE;

    private final ServiceSettings settings;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Gate gate;
    private final ServiceCore core;
    private final Port port;
    private final Epoch epoch = Epoch.random();
    private final Sessions sessions;
    private final RpcServant servant;
    private volatile boolean stopping;

    /**
     * Starts. The monitors are what clients are shown.
     *
     * @throws IllegalStateException if it cannot listen; the message says why
     */
    RunningService(
            MainEngine engine, ServiceSettings settings, AccessSettings accessSettings,
            Supplier<List<Monitor>> monitors) {
        this.settings = settings;
        gate = accessSettings.open(engine);
        undo.push(gate::close);
        gate.access().showOwnPaper(() -> engine.app(PAPER).isPresent());
        undo.push(engine.addInterceptor(new RightsCheck(gate.access(), engine))::close);
        checkChain(engine, accessSettings.required());
        core = ServiceCore.open(engine, settings, new MonitorTables(monitors));
        undo.push(core::close);
        port = new Port(settings.address(), LIMITS, settings.tls());
        undo.push(port::close);
        sessions = new Sessions(core, settings, port, epoch, gate);
        servant = new RpcServant(sessions, new Filling(engine, System::nanoTime), gate, core::sight);
        try {
            listen();
        } catch (RemoteException | AlreadyBoundException e) {
            close();
            throw new IllegalStateException(explain(e), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Thread watchdog = new Thread(this::watch, "rpc-watchdog-" + port.number());
        watchdog.setDaemon(true);
        watchdog.start();
        undo.push(() -> LockSupport.unpark(watchdog));
        if (!gate.access().isRequired()) return;
        AccessWatch accessWatch = new AccessWatch("rpc-access-" + port.number(), sessions::endChanged);
        undo.push(accessWatch::close);
    }

    private void checkChain(MainEngine engine, List<String> required) {
        List<String> present = engine.interceptors();
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(present);
        if (missing.isEmpty()) return;
        close();
        throw new IllegalStateException("the service does not start without " + String.join(", ", missing)
                + " among the engine's interceptors, which are " + String.join(", ", present)
                + "; start the app that brings it first (--app), or take it out of the setting require");
    }

    private void listen() throws RemoteException, AlreadyBoundException {
        Registry registry = LocateRegistry.createRegistry(settings.port(), null, port);
        undo.push(() -> unexport(registry));
        Remote stub = UnicastRemoteObject.exportObject(servant, settings.port(), null, port, Filters.forLogIn());
        undo.push(() -> unexport(servant));
        byte[] id = ObjectIds.of(stub);
        port.openToStrangers(id);
        registry.bind(Protocol.SERVICE_NAME, stub);
        registry.bind(Protocol.SERVICE_NAME + ":" + HexFormat.of().formatHex(id), stub);
    }

    private String explain(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof BindException)) cause = cause.getCause();
        String remedy = cause instanceof BindException && settings.address() instanceof Address.Tcp
                ? "; stop what uses it or choose another port (--port)" : "";
        return "cannot listen on " + settings.address() + ": " + cause.getMessage() + remedy;
    }

    private static void unexport(Remote object) {
        try {
            UnicastRemoteObject.unexportObject(object, true);
        } catch (NoSuchObjectException e) {
            LOG.debug("not exported any more", e);
        }
    }

    private void watch() {
        long shortest = Math.min(settings.heartbeat().toNanos(), settings.readCap().toNanos());
        long rarest = Math.min(shortest, LIMITS.strangers().toNanos());
        long interval = Math.min(rarest, settings.digestInterval().toNanos()) / 2;
        while (!stopping) {
            LockSupport.parkNanos(interval);
            try {
                long now = System.nanoTime();
                sessions.endSilent(now);
                port.closeBlocked(now, settings.patience().toNanos());
                port.endStrangers(now);
                core.digest();
                core.measure(now);
                sessions.measure(now);
            } catch (RuntimeException e) { // without a watchdog no dead client is ever noticed
                LOG.error("looking for dead clients failed", e);
            }
        }
    }

    /** Where it listens, as a client would write it. */
    String address() {
        return port.address().toString();
    }

    Epoch epoch() {
        return epoch;
    }

    ServiceCore core() {
        return core;
    }

    Port port() {
        return port;
    }

    Sessions sessions() {
        return sessions;
    }

    /** How many clients got no session. */
    long refusedClients() {
        return servant.refused();
    }

    /** Stops: clients are told, then nothing is exported and no port is open any more. */
    @Override
    public void close() {
        stopping = true;
        if (sessions != null) sessions.close("the service stops");
        while (!undo.isEmpty()) undo.pop().run();
    }
}
