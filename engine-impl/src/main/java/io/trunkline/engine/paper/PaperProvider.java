package io.trunkline.engine.paper;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;

/** The provider of the app that lets clients trade on paper. */
public final class PaperProvider implements AppProvider {

    static final String TYPE = "Paper";

    /** For {@link java.util.ServiceLoader}. */
    public PaperProvider() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "Answers chosen clients' orders itself, on the live ticks; until it is started it refuses all clients'";
    }

    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public List<SettingDescriptor> settings() {
        return PaperSettings.DESCRIPTORS;
    }

    @Override
    public App create(MainEngine engine) {
        return new PaperApp(engine);
    }
}
