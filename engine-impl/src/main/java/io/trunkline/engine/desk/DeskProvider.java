package io.trunkline.engine.desk;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;

/** The provider of the app that holds all who trade through an engine to rules. */
public final class DeskProvider implements AppProvider {

    static final String TYPE = "Desk";

    /** For {@link java.util.ServiceLoader}. */
    public DeskProvider() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "Holds everybody's orders to limits, a client's and all together; halts clients, contracts, gateways";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return DeskSettings.DESCRIPTORS;
    }

    @Override
    public App create(MainEngine engine) {
        return new DeskApp(engine);
    }
}
