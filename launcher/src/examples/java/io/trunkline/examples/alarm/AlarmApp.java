package io.trunkline.examples.alarm;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.util.HashSet;
import java.util.Set;

/** Watches the ticks of all instruments and raises one alarm each time that a price comes to be above the limit. */
final class AlarmApp implements App {

    private final MainEngine engine;
    private Registration registration; // guarded by this; null while stopped
    private double limit; // guarded by this

    AlarmApp(MainEngine engine) {
        this.engine = engine;
        engine.addAppEventCodec(new AlarmCodec());
    }

    @Override
    public String name() {
        return "Alarm";
    }

    @Override
    public synchronized void start(Settings settings) {
        if (registration != null) throw new IllegalStateException("Alarm is running already");
        double above = settings.decimal("above");
        Set<InstrumentId> raised = new HashSet<>(); // used by the event thread alone
        registration = engine.events().on(Tick.class, tick -> onTick(tick, above, raised));
        limit = above;
    }

    private void onTick(Tick tick, double above, Set<InstrumentId> raised) {
        if (tick.lastPrice() <= above) {
            raised.remove(tick.instrument());
        } else if (raised.add(tick.instrument())) {
            engine.events().publish(new Alarm(tick.instrument(), tick.lastPrice()));
        }
    }

    @Override
    public synchronized void stop() {
        if (registration != null) registration.close();
        registration = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return registration != null;
    }

    @Override
    public synchronized String status() {
        return registration == null ? "" : "alarm above " + limit;
    }

    @Override
    public void close() {
        stop();
    }
}
