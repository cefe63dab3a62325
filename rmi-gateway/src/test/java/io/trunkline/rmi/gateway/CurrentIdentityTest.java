package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentIdentityTest {

    @TempDir
    private Path home;

    private final TestAuthority authority = new TestAuthority("authority");
    private Path file;
    private CurrentIdentity current;

    @BeforeEach
    void begin() throws Exception {
        file = Files.createDirectories(home.resolve("keys")).resolve("identity.p12");
        put("alice");
        Settings settings = Settings.parse(LinkSettings.DESCRIPTORS, Map.of("address", "10.1.2.3:2014"));
        current = new CurrentIdentity(LinkSettings.of(settings), Optional.of(home));
    }

    private void put(String name) throws Exception {
        Files.move(authority.identity(home, new TestAuthority.Wish(name).client()), file,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private String name() {
        return current.tls().map(Tls::toString).orElse("none");
    }

    @Test
    void aFileThatWasReplacedIsTakenUp() throws Exception {
        assertThat(name()).isEqualTo("CN=alice");
        put("bob");
        assertThat(name()).isEqualTo("CN=bob");
    }

    @Test
    void aFileThatIsGoneMakesNobodySpeakPlainText() throws Exception {
        Files.delete(file);
        assertThat(name()).isEqualTo("CN=alice");
        put("bob");
        assertThat(name()).isEqualTo("CN=bob");
    }

    @Test
    void aFileThatCannotBeUsedLeavesItAsItWas() throws Exception {
        Files.writeString(file, "not whole yet");
        assertThat(name()).isEqualTo("CN=alice");
        put("bob");
        assertThat(name()).isEqualTo("CN=bob");
    }
}
