package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs verbs of the command in a home, at a time that is moved by hand. */
final class KeysRig {

    final Path home;
    Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final PrivateFiles files;

    KeysRig(Path home) {
        this(home, new PrivateFiles());
    }

    KeysRig(Path home, PrivateFiles files) {
        this.home = home;
        this.files = files;
    }

    List<String> run(String verb, Map<String, String> parameters) throws Exception {
        Verb found = KeysCommand.create(new Workshop(files, () -> now, new SecureRandom())).verbs().stream()
                .filter(each -> each.name().equals(verb)).findFirst().orElseThrow();
        return found.body().run(Settings.parse(found.parameters(), parameters), home, line -> {});
    }

    List<String> run(String verb) throws Exception {
        return run(verb, Map.of());
    }

    List<String> issue(String name) throws Exception {
        return run("issue", Map.of("name", name));
    }

    List<String> revoke(String name) throws Exception {
        return run("revoke", Map.of("name", name));
    }

    void pass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    Path file(String name) {
        return home.resolve("keys").resolve(name);
    }

    String text(String name) throws IOException {
        return Files.exists(file(name)) ? Files.readString(file(name)) : "";
    }

    KeyFile read(String name) throws Exception {
        return KeyFile.read(file(name), "trunkline");
    }
}
