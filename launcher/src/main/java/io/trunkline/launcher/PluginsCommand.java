package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.launcher.text.PluginRow;
import io.trunkline.launcher.text.Shapes;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the gateways and apps that commands can use. */
@Command(name = "plugins", header = "List the types of gateways and apps, and the files they come from.",
        description = {"Those that come with the program and those of jars in a folder of plug-ins.", ""})
final class PluginsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private FormatOption form = new FormatOption();

    PluginsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        common.startLog("warn");
        try (PluginJars jars = plugins.open(home.folder(environment));
                MainEngine engine = environment.engines().apply(jars.in(EngineOptions.DEFAULTS))) {
            form.format().lines(Shapes.PLUGIN, rows(engine)).forEach(environment.out()::println);
        }
        return 0;
    }

    private static List<PluginRow> rows(MainEngine engine) {
        List<PluginRow> rows = new ArrayList<>();
        engine.gatewayTypes().forEach(provider -> rows.add(
                row(provider.type(), PluginKind.GATEWAY, provider.description(), provider.getClass())));
        engine.appTypes().forEach(provider -> rows.add(
                row(provider.type(), PluginKind.APP, provider.description(), provider.getClass())));
        return rows;
    }

    private static PluginRow row(String type, PluginKind kind, String description, Class<?> provider) {
        return new PluginRow(type, kind.word(), description, path(provider.getProtectionDomain().getCodeSource()));
    }

    private static String path(CodeSource source) {
        if (source == null || source.getLocation() == null) return "";
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return source.getLocation().toString();
        }
    }
}
