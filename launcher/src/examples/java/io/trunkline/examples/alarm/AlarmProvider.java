package io.trunkline.examples.alarm;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.List;

/** Makes the app {@code Alarm}. The file {@code META-INF/services/io.trunkline.engine.AppProvider} names this class. */
public final class AlarmProvider implements AppProvider {

    @Override
    public String type() {
        return "Alarm";
    }

    @Override
    public String description() {
        return "Raises an alarm when a price rises above a limit";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return List.of(SettingDescriptor.of("above", SettingType.DECIMAL, "", "The limit, as a price."));
    }

    @Override
    public App create(MainEngine engine) {
        return new AlarmApp(engine);
    }
}
