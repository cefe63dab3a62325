package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;

/** Makes jars with gateway providers, as another team's build would. */
final class PluginSources {

    private static final String TEMPLATE = """
            package plugin;
            public class %1$s implements io.trunkline.engine.gateway.GatewayProvider {
                public %1$s() { %3$s }
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

    private PluginSources() {}

    /** Makes a jar whose only provider is a class of a name, with a type, that does something when it is made. */
    static Path jar(Path file, String className, String type, String construction) throws IOException {
        Path work = Files.createTempDirectory(file.getParent().getParent(), "compile");
        Path source = Files.writeString(work.resolve(className + ".java"),
                TEMPLATE.formatted(className, type, construction));
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(compiler.run(System.out, System.err, "-proc:none", "-cp", apiClasses(), "-d", work.toString(),
                source.toString())).isZero();
        String compiled = "plugin/" + className + ".class";
        return jar(file, "plugin." + className, compiled, Files.readAllBytes(work.resolve(compiled)));
    }

    /** Makes a jar that names a class as its provider and has one other file. */
    static Path jar(Path file, String provider, String other, byte[] content) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("META-INF/services/io.trunkline.engine.gateway.GatewayProvider"));
            jar.write(("# a comment\n" + provider + " # and another\n").getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(other));
            jar.write(content);
        }
        return file;
    }

    private static String apiClasses() {
        return Path.of("..", "engine-api", "target", "classes").toString();
    }
}
