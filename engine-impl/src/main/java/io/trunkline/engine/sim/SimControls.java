package io.trunkline.engine.sim;

import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a user can see of the replay and do to it. Thread-safe. */
final class SimControls {

    private final Pacer pacer;

    SimControls(Pacer pacer) {
        this.pacer = pacer;
    }

    /** The table of the replay's figures. The exchange is null before there is one. */
    Monitor monitor(Supplier<ReplayCounts> counts, Supplier<Exchange> exchange) {
        return new Monitor("replay", List.of("figure", "value"), () -> {
            ReplayCounts now = counts.get();
            Exchange market = exchange.get();
            List<List<Object>> rows = new ArrayList<>();
            rows.add(List.of("state", pacer.state()));
            rows.add(List.of("speed", text(pacer.speed())));
            rows.add(List.of("position", now.position() == null ? "" : now.position()));
            rows.add(List.of("rows read", now.read()));
            rows.add(List.of("published", now.published()));
            rows.add(List.of("skipped: evening before", now.skippedEveningBefore()));
            rows.add(List.of("skipped: malformed", now.skippedMalformed()));
            rows.add(List.of("orders", market == null ? 0L : market.orderCount()));
            rows.add(List.of("trades", market == null ? 0L : market.tradeCount()));
            return rows;
        });
    }

    /** Pausing also publishes what positions are worth, by {@code publishValues}. */
    List<Action> actions(Runnable publishValues) {
        SettingDescriptor speed = SettingDescriptor.of("speed", SettingType.TEXT, "1",
                "How many times faster than recorded, such as 60; max is as fast as consumers allow");
        return List.of(
                new Action("pause", "Holds the replay; before connecting, holds it at its start.", List.of(), none -> {
                    pacer.pause();
                    publishValues.run();
                    return "paused";
                }),
                new Action("resume", "Lets the replay go on.", List.of(), none -> {
                    pacer.resume();
                    return "resumed";
                }),
                new Action("speed", "Changes the speed from here on.", List.of(speed), settings -> {
                    pacer.speed(SimSettings.speed(settings.text("speed")));
                    return "speed " + text(pacer.speed());
                }));
    }

    static String text(double speed) {
        return Double.isInfinite(speed) ? "max" : "x" + Lots.text(speed);
    }
}
