package io.trunkline.engine.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Loads {@link PluginProviders} anew, outside all named modules, and shows a services file that lists them. */
final class PluginLoader extends ClassLoader {

    private final String services;
    private final Path file;

    PluginLoader(Class<?> spi, Path file, List<String> lines) throws IOException {
        super(PluginLoader.class.getClassLoader());
        this.services = "META-INF/services/" + spi.getName();
        this.file = Files.write(file, lines);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.equals(services)) return super.getResources(name);
        return Collections.enumeration(List.of(file.toUri().toURL()));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PluginProviders.class.getName())) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String simple = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = PluginProviders.class.getResourceAsStream(simple)) {
            if (in == null) throw new ClassNotFoundException(name);
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
