package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** This module's tests run without an implementation on the path. */
@Timeout(10)
class MainEngineTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatToAddWhenThereIsNoImplementation() {
        assertThatIllegalStateException().isThrownBy(MainEngine::create)
                .withMessage("no engine found: add engine-impl to the class or module path");
    }

    @Test
    void saysSoAlsoOnAThreadWithoutAClassLoader() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThatIllegalStateException().isThrownBy(MainEngine::create).withMessageContaining("engine-impl");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void saysWhyAnImplementationCannotBeLoaded() throws IOException {
        try (URLClassLoader loader = loaderWithProvider("no.such.Engine")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> MainEngine.create(EngineOptions.DEFAULTS.withPlugins(loader)))
                    .withMessageStartingWith("the engine cannot be loaded: ").withMessageContaining("no.such.Engine")
                    .withCauseInstanceOf(ServiceConfigurationError.class);
        }
    }

    private URLClassLoader loaderWithProvider(String className) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(EngineProvider.class.getName()), className);
        return new URLClassLoader(new URL[] {url(folder)}, getClass().getClassLoader());
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    @Test
    void anOriginWithoutANameIsLocal() {
        assertThat(Origin.LOCAL.isLocal()).isTrue();
        assertThat(new Origin("desk").isLocal()).isFalse();
    }
}
