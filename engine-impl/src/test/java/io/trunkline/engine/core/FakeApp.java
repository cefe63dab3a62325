package io.trunkline.engine.core;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.util.List;

/** An app that writes down what is asked of it; started with a setting {@code port}. */
final class FakeApp implements App {

    /** Makes them. */
    record Provider(List<String> happened) implements AppProvider {

        @Override
        public String type() {
            return "FakeApp";
        }

        @Override
        public String description() {
            return "a fake";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of(SettingDescriptor.of("port", SettingType.INTEGER, "2014", "the port"));
        }

        @Override
        public App create(MainEngine owner) {
            return new FakeApp(happened);
        }
    }

    private final List<String> happened;
    private volatile boolean running;
    volatile Runnable onStop = () -> { };

    FakeApp(List<String> happened) {
        this.happened = happened;
    }

    @Override
    public String name() {
        return "FakeApp";
    }

    @Override
    public void start(Settings settings) {
        if (running) throw new IllegalStateException("FakeApp runs already");
        running = true;
        happened.add("start " + settings.integer("port"));
    }

    @Override
    public void stop() {
        running = false;
        happened.add("stop app");
        onStop.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public String status() {
        return "";
    }

    @Override
    public void close() {
        happened.add("close app");
    }
}
