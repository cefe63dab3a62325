package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.net.URISyntaxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ModuleTest {

    private ModuleDescriptor descriptor;

    @BeforeEach
    void readTheCompiledDescriptor() throws IOException, URISyntaxException {
        Path classes = Path.of(MainEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            descriptor = ModuleDescriptor.read(in);
        }
    }

    @Test
    void needsNothingButJavaBase() {
        assertThat(descriptor.requires()).extracting(ModuleDescriptor.Requires::name).containsExactly("java.base");
    }

    @Test
    void exportsItsPackagesToEveryoneAndOpensNone() {
        assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified)
                .extracting(ModuleDescriptor.Exports::source).containsExactlyInAnyOrder("io.trunkline.engine",
                        "io.trunkline.engine.event", "io.trunkline.engine.gateway", "io.trunkline.engine.model",
                        "io.trunkline.engine.plugin");
        assertThat(descriptor.opens()).isEmpty();
        assertThat(descriptor.isOpen()).isFalse();
    }

    @Test
    void findsEnginesByTheirProvider() {
        assertThat(descriptor.uses()).containsExactly(EngineProvider.class.getName());
    }
}
