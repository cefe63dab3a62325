package io.trunkline.rmi.service;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Command;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.rmi.keys.KeysCommand;
import io.trunkline.rmi.pair.PairCommand;
import java.util.List;
import java.util.stream.Stream;

/** The provider of the app that serves an engine to remote clients. */
public final class RpcServiceProvider implements AppProvider {

    static final String TYPE = "RpcService";

    /** For {@link java.util.ServiceLoader}. */
    public RpcServiceProvider() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "Serves this engine to other processes: pushes every event, carries out their requests";
    }

    @Override
    public List<SettingDescriptor> settings() {
        return Stream.concat(ServiceSettings.DESCRIPTORS.stream(), AccessSettings.DESCRIPTORS.stream()).toList();
    }

    @Override
    public App create(MainEngine engine) {
        return new RpcServiceApp(engine);
    }

    @Override
    public List<Command> commands() {
        return List.of(KeysCommand.create(), PairCommand.create());
    }
}
