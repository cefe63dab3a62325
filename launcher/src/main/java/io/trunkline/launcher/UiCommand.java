package io.trunkline.launcher;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A window on an engine of its own. */
@Command(name = "ui", header = "Open a window: connect gateways and start apps from its menus.",
        description = {"At the first start it asks which gateways and apps to load; nothing connects by itself.",
            "'server --ui' and 'client --ui' show the same window on what those commands run.", ""})
final class UiCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--set", paramLabel = "NAME.key=value",
            description = "What to fill into a dialog; repeatable. From the environment: TRUNKLINE_SET_NAME_KEY.")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Spec
    private CommandSpec command;

    UiCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("warn");
        GivenSettings given = GivenSettings.parse(environment, command, sets);
        Path folder = home.folder(environment);
        try (StopSignal stop = StopSignal.install();
                Screen screen = Screen.open(folder, "ui",
                        "no display; 'trunkline server' and 'trunkline client' need none");
                PluginJars jars = plugins.open(folder)) {
            EngineOptions options = jars.in(EngineOptions.DEFAULTS.withHome(folder).withManagement("ui"));
            try (MainEngine engine = environment.engines().apply(options)) {
                Map<String, Map<String, String>> settings = settings(engine, given);
                if (!screen.addModules(engine)) return 0;
                screen.show(engine, settings, stop);
                try {
                    stop.await();
                } finally {
                    screen.hide();
                }
            }
            return stop.exitCode();
        }
    }

    private static Map<String, Map<String, String>> settings(MainEngine engine, GivenSettings given) {
        given.checkNames(Stream.concat(engine.gatewayTypes().stream().map(GatewayProvider::type),
                engine.appTypes().stream().map(AppProvider::type)).toList());
        Map<String, Map<String, String>> settings = new HashMap<>();
        engine.gatewayTypes().forEach(type -> settings.put(type.type(), given.of(type.type(), type.settings())));
        engine.appTypes().forEach(type -> settings.put(type.type(), given.of(type.type(), type.settings())));
        return settings;
    }
}
