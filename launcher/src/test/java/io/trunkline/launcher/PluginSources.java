package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;

/** Makes jars with gateway providers, as another team's build would. */
final class PluginSources {

    /** The classes and the names of their types. */
    private static final Map<String, String> TYPES =
            Map.of("Walk", "WALK", "Run", "RUN", "Throwing", "THROWING", "Nameless", "not a name");
    private static final String TEMPLATE = """
            package plugin;
            public class %1$s implements io.trunkline.engine.gateway.GatewayProvider {
                public %1$s() {
                    if (type().equals("THROWING")) throw new AssertionError("on purpose");
                }
                @Override public String type() { return "%2$s"; }
                @Override public String description() { return "made in a test"; }
                @Override public java.util.List<io.trunkline.engine.plugin.SettingDescriptor> settings() {
                    return java.util.List.of();
                }
                @Override public java.util.Set<io.trunkline.engine.model.Exchange> exchanges() {
                    return java.util.Set.of();
                }
                @Override public io.trunkline.engine.gateway.Gateway create(
                        io.trunkline.engine.gateway.GatewayContext context) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    private final Path classes;

    private PluginSources(Path classes) {
        this.classes = classes;
    }

    /**
     * Compiles in a folder the providers {@code Walk} and {@code Run} of the types WALK and RUN, {@code Throwing},
     * which cannot be made, and {@code Nameless}, whose type has no usable name.
     */
    static PluginSources compile(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp",
                Path.of("..", "engine-api", "target", "classes").toString(), "-d", folder.toString()));
        for (Map.Entry<String, String> entry : TYPES.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(entry.getKey() + ".java"),
                    TEMPLATE.formatted(entry.getKey(), entry.getValue())).toString());
        }
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(compiler.run(System.out, System.err, arguments.toArray(String[]::new))).isZero();
        return new PluginSources(folder);
    }

    /** Makes a jar whose only provider is one of the classes. */
    Path jar(Path file, String className) throws IOException {
        String compiled = "plugin/" + className + ".class";
        return jar(file, "plugin." + className, compiled, Files.readAllBytes(classes.resolve(compiled)));
    }

    /** Makes a jar that names a class as its provider and does not have it. */
    static Path hollowJar(Path file, String provider) throws IOException {
        return jar(file, provider, "other", new byte[0]);
    }

    private static Path jar(Path file, String provider, String other, byte[] content) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("META-INF/services/io.trunkline.engine.gateway.GatewayProvider"));
            jar.write(("# a comment\n" + provider + " # and another\n").getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(other));
            jar.write(content);
        }
        return file;
    }
}
