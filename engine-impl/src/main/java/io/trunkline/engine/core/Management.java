package io.trunkline.engine.core;

import io.trunkline.engine.App;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.RateMeter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows an engine, its gateways and its apps on the JVM's MBean server, from their addition until it is closed. What
 * goes wrong with that is logged and keeps nothing from working. Thread-safe.
 */
final class Management implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Management.class);
    private static final int MOST_OF_A_NAME = 1_000;
    private static final List<String> FIGURES = List.of("figure", "value");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final EventEngine events;
    private final RateMeter rate = new RateMeter(0, System.nanoTime());
    private final String engine;
    private final List<ObjectName> registered = new ArrayList<>(); // guarded by this, like the next
    private boolean closed;

    /** Shows an engine by its events, under a name or, if another engine has that, one with a number after it. */
    Management(String name, EventEngine events) {
        this.events = events;
        events.on(TimerEvent.class, timer -> measure());
        this.engine = register(name);
    }

    private String register(String name) {
        MonitorBean bean = new MonitorBean("The engine", () -> List.of(new Monitor("events", FIGURES, this::figures)),
                List::of);
        for (int i = 1; i <= MOST_OF_A_NAME; i++) {
            String tried = i == 1 ? name : name + "-" + i;
            try {
                register(bean, "type=engine,engine=" + tried);
                return tried;
            } catch (InstanceAlreadyExistsException e) {
                LOG.debug("another engine is called {}", tried);
            } catch (JMException e) {
                LOG.warn("the engine is not shown by JMX", e);
                return tried;
            }
        }
        return name;
    }

    private void measure() {
        rate.look(events.stats().dispatched(), System.nanoTime());
    }

    private List<List<Object>> figures() {
        measure();
        EventStats stats = events.stats();
        List<List<Object>> figures = new ArrayList<>(List.of(
                List.of("published", stats.published()),
                List.of("dispatched", stats.dispatched()),
                List.of("dispatched/s", rate.perSecond()),
                List.of("queued", stats.queued()),
                List.of("vetoed", stats.vetoed()),
                List.of("conflated", stats.conflated()),
                List.of("handler faults", stats.failed())));
        figures.addAll(events.waits().figures("published to dispatched"));
        return figures;
    }

    /** Shows a gateway. */
    void add(Gateway gateway) {
        add("gateway", gateway, () -> List.of(
                List.of("state", gateway.status().state().name()), List.of("detail", gateway.status().detail())));
    }

    /** Shows an app. */
    void add(App app) {
        add("app", app, () -> List.of(List.of("running", app.isRunning()), List.of("status", app.status())));
    }

    private void add(String type, Plugin plugin, Supplier<List<List<Object>>> own) {
        MonitorBean bean = new MonitorBean(type + " " + plugin.name(), () -> {
            List<Monitor> monitors = new ArrayList<>();
            monitors.add(new Monitor(type, FIGURES, own));
            monitors.addAll(plugin.monitors());
            return monitors;
        }, plugin::actions);
        try {
            register(bean, "type=" + type + ",engine=" + engine + ",name=" + plugin.name());
        } catch (JMException e) {
            LOG.warn("{} {} is not shown by JMX", type, plugin.name(), e);
        }
    }

    /** Asks the plug-in what it shows, which may take its time: that must hold up nobody. */
    private void register(MonitorBean bean, String keys) throws JMException {
        if (isClosed()) return;
        ObjectName name = new ObjectName("io.trunkline:" + keys);
        server.registerMBean(bean, name);
        if (!keep(name)) unregister(name);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean keep(ObjectName name) {
        return !closed && registered.add(name);
    }

    private void unregister(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.debug("{} was not shown any more", name, e);
        }
    }

    @Override
    public void close() {
        List<ObjectName> shown;
        synchronized (this) {
            closed = true;
            shown = List.copyOf(registered);
            registered.clear();
        }
        shown.forEach(this::unregister);
    }
}
