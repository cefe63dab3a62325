package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.model.GatewayPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of further gateways and apps, open for as long as an engine may use them: to be closed after it. All of them
 * share one class loader, so one jar can use what another has. For the main thread.
 */
final class PluginJars implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginJars.class);

    private final PluginLoader loader;

    private PluginJars(PluginLoader loader) {
        this.loader = loader;
    }

    /**
     * Opens the jars of some folders. One that cannot be read, or whose providers cannot be made, is reported by its
     * name and left out as a whole.
     *
     * @throws CommandException if two jars bring the same type; the message names both
     */
    static PluginJars open(List<Path> folders, String searched) {
        List<PluginJar> jars = new ArrayList<>();
        for (Path folder : folders) jars.addAll(jars(folder));
        PluginLoader loader = new PluginLoader(jars, searched);
        try {
            List<PluginJar> usable = usable(jars, loader);
            if (usable.size() == jars.size()) return new PluginJars(loader);
            close(loader);
            return new PluginJars(new PluginLoader(usable, searched));
        } catch (CommandException e) {
            close(loader);
            throw e;
        }
    }

    private static List<PluginJar> jars(Path folder) {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw CommandException.failed("the folder " + folder + " cannot be read: " + e, e);
        }
        List<PluginJar> jars = new ArrayList<>();
        for (Path file : files) {
            try {
                jars.add(PluginJar.read(file));
            } catch (IOException | UncheckedIOException e) {
                leaveOut(file, e);
            }
        }
        return jars;
    }

    private static List<PluginJar> usable(List<PluginJar> jars, ClassLoader loader) {
        Map<String, Path> fileByType = new HashMap<>();
        List<PluginJar> usable = new ArrayList<>();
        for (PluginJar jar : jars) {
            try {
                List<String> types = types(jar, loader);
                types.forEach(type -> claim(type, jar.file(), fileByType));
                usable.add(jar);
            } catch (CommandException e) {
                throw e;
            } catch (InvocationTargetException e) {
                leaveOut(jar.file(), e.getCause());
            } catch (Exception | Error e) { // whatever a plug-in's code throws while it is loaded
                leaveOut(jar.file(), e);
            }
        }
        return usable;
    }

    private static List<String> types(PluginJar jar, ClassLoader loader) throws ReflectiveOperationException {
        List<String> types = new ArrayList<>();
        for (Map.Entry<PluginKind, List<String>> entry : jar.providers().entrySet()) {
            for (String name : entry.getValue()) {
                String type = GatewayPath.checkName(entry.getKey().type(loader.loadClass(name)));
                types.add(entry.getKey().word() + " type " + type);
            }
        }
        return types;
    }

    private static void claim(String type, Path file, Map<String, Path> fileByType) {
        Path other = fileByType.putIfAbsent(type, file);
        if (other == null) return;
        throw CommandException.failed(other.equals(file) ? file + " has the " + type + " twice"
                : other + " and " + file + " both have the " + type + "; take one of them away");
    }

    private static void leaveOut(Path file, Throwable reason) {
        LOG.warn("plug-in {} is left out: {}", file, reason.toString());
        LOG.debug("because of", reason);
    }

    /** The options of an engine that finds what the jars bring. */
    EngineOptions in(EngineOptions options) {
        return options.withPlugins(loader);
    }

    @Override
    public void close() {
        close(loader);
    }

    private static void close(PluginLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.debug("a plug-in jar cannot be closed", e);
        }
    }
}
