package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.TestAuthority;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the service speaks TLS, and what it says if it cannot. */
@Timeout(60)
class ServiceKeysTest {

    @TempDir
    Path home;

    private Path keys;

    @BeforeEach
    void certify() throws IOException {
        Files.createDirectories(home.resolve("keys"));
        keys = new TestAuthority("authority").identity(home, new TestAuthority.Wish("server").server("127.0.0.1"));
    }

    private void putInHome() throws IOException {
        Files.copy(keys, home.resolve("keys/server.p12"));
    }

    private ServiceSettings settings(String... pairs) {
        Map<String, String> texts = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            texts.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return ServiceSettings.of(Settings.parse(ServiceSettings.DESCRIPTORS, texts), Optional.of(home));
    }

    private void assertRefused(String key, List<String> parts, String... pairs) {
        assertThatThrownBy(() -> settings(pairs)).isInstanceOfSatisfying(SettingException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.getMessage()).contains(parts);
        });
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,auto,false", "127.0.0.1,on,true", "127.0.0.1,off,false", "::1,auto,false",
        "0.0.0.0,auto,true", "10.1.2.3,auto,true", "10.1.2.3,on,true", "unix:/tmp/x.sock,auto,false"})
    void keysInTheHomeAreUsedWhereOthersReach(String bind, String tls, boolean isOn) throws IOException {
        putInHome();
        assertThat(settings("bind=" + bind, "tls=" + tls).tls().isPresent()).isEqualTo(isOn);
    }

    @Test
    void keysThatAreGivenCountLikeThoseInTheHome() {
        assertThat(settings("bind=0.0.0.0", "keys=" + keys).tls()).isPresent();
        assertThat(settings("bind=127.0.0.1", "keys=" + keys).tls()).isEmpty();
    }

    @Test
    void aPathWithACommaIsThatOfOneFile() throws IOException {
        Path comma = Files.copy(keys, Files.createDirectory(home.resolve("desk,two")).resolve("server.p12"));
        assertThat(settings("bind=0.0.0.0", "keys=" + comma).tls()).isPresent();
    }

    @Test
    void withoutKeysAnAddressThatOthersReachIsRefusedWithTheRemedy() throws IOException {
        List<String> parts = List.of("10.1.2.3", "other machines", "trunkline keys init", "insecure=true");
        assertRefused("bind", parts, "bind=10.1.2.3");
        assertThat(settings("bind=10.1.2.3", "insecure=true").isExposed()).isTrue();
        assertRefused("tls", List.of("trunkline keys init", home.toString()), "tls=on");
        putInHome();
        assertRefused("bind", List.of("tls=auto"), "bind=10.1.2.3", "tls=off");
        assertThat(settings("bind=10.1.2.3", "insecure=true").isExposed()).isFalse();
        assertRefused("tls", List.of("unix:"), "bind=unix:/tmp/x.sock", "tls=on");
        assertRefused("keys", List.of(keys.toString(), "password"), "tls=on", "keys=" + keys, "keys.password=x");
        assertRefused("keys", List.of("/nowhere.p12"), "bind=0.0.0.0", "keys=/nowhere.p12");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "127.0.0.2,true", "0.0.0.0,false"})
    void aCertificateForOtherHostsThanTheAddressIsWorthAWarning(String bind, boolean isForeign) {
        assertThat(settings("bind=" + bind, "tls=on", "keys=" + keys).foreignKeys()).isEqualTo(isForeign
                ? Optional.of("the server's certificate is for 127.0.0.1, so clients that dial 127.0.0.2 refuse it;"
                        + " make another with trunkline keys renew --host 127.0.0.2") : Optional.empty());
    }

    @Test
    void everyStartWithoutProofWarns() {
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS)) {
            List<String> warnings = new CopyOnWriteArrayList<>();
            engine.events().on(LogEntry.class, entry -> {
                if (entry.level() == LogLevel.WARNING) warnings.add(entry.message());
            });
            engine.addApp("RpcService");
            for (int i = 1; i <= 2; i++) {
                int starts = i;
                engine.start("RpcService", Map.of("bind", "0.0.0.0", "port", "0", "insecure", "true"));
                Waiting.until(() -> warnings.size() == starts);
                engine.app("RpcService").orElseThrow().stop();
            }
            assertThat(warnings).allMatch(warning -> warning.contains("trunkline keys init"));
        }
    }
}
