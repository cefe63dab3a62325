package io.trunkline.launcher;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Loads classes from the program itself and, if it has them not, from plug-in jars. */
final class PluginLoader extends URLClassLoader {

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final String searched;

    /** A loader of jars; {@code searched} tells a user where they come from. */
    PluginLoader(List<PluginJar> jars, String searched) {
        super("plugins", urls(jars), PluginLoader.class.getClassLoader());
        this.searched = searched;
    }

    private static URL[] urls(List<PluginJar> jars) {
        List<URL> urls = new ArrayList<>();
        try {
            for (PluginJar jar : jars) urls.add(jar.file().toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls.toArray(URL[]::new);
    }

    /** Where it was looked for jars, as the end of a sentence. */
    String searched() {
        return searched;
    }
}
