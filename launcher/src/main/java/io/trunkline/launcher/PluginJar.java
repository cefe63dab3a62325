package io.trunkline.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A jar in a folder of plug-ins.
 *
 * @param file the jar
 * @param providers the classes that it names as providers, by kind; all empty if it only has what others need
 */
record PluginJar(Path file, Map<PluginKind, List<String>> providers) {

    /** Reads what a jar names as its providers. Throws if it is no jar. */
    static PluginJar read(Path file) throws IOException {
        Map<PluginKind, List<String>> providers = new EnumMap<>(PluginKind.class);
        try (JarFile jar = new JarFile(file.toFile())) {
            for (PluginKind kind : PluginKind.values()) providers.put(kind, names(jar, kind.services()));
        }
        return new PluginJar(file, providers);
    }

    private static List<String> names(JarFile jar, String services) throws IOException {
        ZipEntry entry = jar.getEntry(services);
        if (entry == null) return List.of();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
