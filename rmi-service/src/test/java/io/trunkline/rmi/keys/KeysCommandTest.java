package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.rmi.access.Access;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KeysCommandTest {

    @TempDir
    private Path folder;
    private KeysRig keys;

    @BeforeEach
    void makeTheHome() {
        keys = new KeysRig(folder.resolve("a/home"));
    }

    private static String fingerprint(KeyFile file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.own().getEncoded()));
    }

    @Test
    void initOverwritesNothingAndSaysWhatToDo() throws Exception {
        keys.run("init");
        byte[] server = Files.readAllBytes(keys.file("server.p12"));

        assertThatThrownBy(() -> keys.run("init")).hasMessageContaining("server.p12 exists")
                .hasMessageContaining("trunkline keys renew").hasMessageContaining("move the folder");
        assertThat(Files.readAllBytes(keys.file("server.p12"))).isEqualTo(server);
    }

    @Test
    void renewKeepsTheHostsAndTheAuthority() throws Exception {
        assertThatThrownBy(() -> keys.run("renew")).hasMessageContaining("trunkline keys init");
        keys.run("init", Map.of("host", "10.0.0.5"));
        KeyFile before = keys.read("server.p12");
        keys.pass(800);
        keys.run("renew", Map.of("host", "box.lan"));

        KeyFile after = keys.read("server.p12");
        assertThat(after.authority()).isEqualTo(before.authority());
        assertThat(after.own().getPublicKey()).isNotEqualTo(before.own().getPublicKey());
        assertThat(after.own().getNotAfter()).isAfter(before.own().getNotAfter());
        assertThat(after.own().getSubjectAlternativeNames()).containsAll(before.own().getSubjectAlternativeNames())
                .contains(List.of(2, "box.lan"));
    }

    @Test
    void issuingNeedsAnAuthorityAndLeavesNothingWithoutOne() {
        assertThatThrownBy(() -> keys.issue("alice")).hasMessageContaining("there is no ")
                .hasMessageContaining("trunkline keys init");
        assertThat(keys.home).doesNotExist();
    }

    @Test
    void theServerCanCheckTheTokenOfAnIdentityButDoesNotKnowIt() throws Exception {
        keys.run("init");
        keys.run("issue", Map.of("name", "alice", "role", "trader"));

        byte[] token = keys.read("issued/alice.p12").token();
        assertThat(keys.text("clients.properties")).contains("alice.role=trader\n")
                .doesNotContain(HexFormat.of().formatHex(token));
        assertToken("alice", token);
    }

    @Test
    void aTokenAloneIsShownOnce() throws Exception {
        String text = keys.run("token", Map.of("name", "bob", "role", "trader")).get(0);

        assertThat(text).matches("[0-9a-f]{64}");
        assertToken("bob", HexFormat.of().parseHex(text));
        assertThat(keys.text("clients.properties") + keys.text("register")).doesNotContain(text);
        assertThatThrownBy(() -> keys.run("token", Map.of("name", "bob"))).hasMessageContaining("bob has a token")
                .hasMessageContaining("trunkline keys revoke bob");
    }

    private void assertToken(String name, byte[] token) throws Exception {
        String stored = keys.text("clients.properties").lines().filter(line -> line.startsWith(name + ".token="))
                .findFirst().orElseThrow();
        String[] parts = stored.substring(stored.indexOf('=') + 1).split(":");
        assertThat(parts[0]).isEqualTo("sha256");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(parts[1]));
        assertThat(HexFormat.of().formatHex(digest.digest(token))).isEqualTo(parts[2]);
    }

    @Test
    void aValidIdentityIsNotReplacedButARevokedOrExpiredOneIs() throws Exception {
        keys.run("init");
        keys.run("issue", Map.of("name", "alice", "role", "trader", "days", "10"));
        assertThatThrownBy(() -> keys.issue("alice")).hasMessage("alice has a certificate that is valid until "
                + "2026-12-06; to replace it, first: trunkline keys revoke alice");
        assertThatThrownBy(() -> keys.run("token", Map.of("name", "alice"))).hasMessageContaining("valid until");

        String first = fingerprint(keys.read("issued/alice.p12"));
        keys.pass(11);
        keys.issue("alice");
        String second = fingerprint(keys.read("issued/alice.p12"));
        keys.revoke("alice");
        keys.issue("alice");
        String third = fingerprint(keys.read("issued/alice.p12"));

        assertThat(keys.text("revoked")).contains("alice " + first + " 2026-12-07\n",
                "alice " + second + " 2026-12-07\n").doesNotContain(third);
        assertThat(keys.text("clients.properties")).contains("alice.role=trader");
        assertThat(keys.run("list")).hasSize(4).last().asString()
                .isEqualTo("alice  trader  2026-12-07  2029-03-11  valid    " + third.substring(0, 16));
    }

    @Test
    void theListTellsValidExpiredAndRevoked() throws Exception {
        assertThat(keys.run("list")).containsExactly("name  role  issued  expires  state  fingerprint");
        keys.run("init");
        keys.run("issue", Map.of("name", "old", "days", "1"));
        keys.issue("gone");
        keys.revoke("gone");
        keys.run("token", Map.of("name", "bot", "role", "supervisor"));
        keys.pass(2);

        List<String> lines = keys.run("list");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo("bot   supervisor  2026-11-26  -           valid    token");
        assertThat(lines.get(2)).startsWith("gone  viewer      2026-11-26  2029-02-28  revoked  ");
        assertThat(lines.get(3)).startsWith("old   viewer      2026-11-26  2026-11-27  expired  ");
        keys.revoke("bot");
        assertThat(keys.run("list").get(1)).endsWith("revoked  token");
    }

    @Test
    void revokingTakesTheTokenAndTheFileAwayAndMayBeRepeated() throws Exception {
        keys.run("init");
        keys.issue("alice");
        Files.writeString(keys.file("clients.properties"),
                "# by hand\nalice.orders=own\n" + keys.text("clients.properties"));

        assertThat(keys.revoke("alice")).singleElement().asString()
                .startsWith("revoked alice: its certificate and its token;");
        assertThat(keys.text("clients.properties")).startsWith("# by hand\nalice.orders=own\n")
                .contains("alice.role=viewer").doesNotContain("alice.token");
        assertThat(keys.file("issued/alice.p12")).doesNotExist();
        assertThat(keys.revoke("alice")).containsExactly("alice had nothing to revoke any more");
        assertThatThrownBy(() -> keys.revoke("alcie")).isInstanceOf(SettingException.class)
                .hasMessage("setting name: there is no client 'alcie'; did you mean alice?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", "a/b", "a\\b", "a b", "a=b", "a:b", "a\nb.role=supervisor", "#a", "-a", ".a",
        "\u00e4", "a\u0000", "a,CN=b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void namesThatCouldBeMoreThanANameAreRefused(String name) throws Exception {
        List<String> before = tree();

        for (String verb : List.of("issue", "token", "revoke")) {
            assertThatThrownBy(() -> keys.run(verb, Map.of("name", name))).isInstanceOf(SettingException.class)
                    .hasMessageContaining("'" + name + "' cannot be a client's name");
        }
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void hugeNamesAreNotRepeatedInFullAndCaseAloneMakesNoName() throws Exception {
        keys.run("token", Map.of("name", "Alice.B-c_1"));

        assertThatThrownBy(() -> keys.revoke("x".repeat(100_000))).message().hasSizeLessThan(300);
        assertThatThrownBy(() -> keys.run("token", Map.of("name", "alice.b-c_1")))
                .hasMessageContaining("differ in case only");
    }

    private List<String> tree() throws Exception {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void passwordsComeFromFiles() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "s3cret word\nsecond line\n");
        Path other = Files.writeString(folder.resolve("other"), "other");
        String file = password.toString();
        keys.run("init", Map.of("password-file", file, "authority-password-file", other.toString()));

        assertThat(KeyFile.read(keys.file("server.p12"), "s3cret word").own()).isNotNull();
        assertThatThrownBy(() -> keys.issue("alice"))
                .hasMessageContaining("has another password; give it with --authority-password-file FILE");
        assertThatThrownBy(() -> keys.run("renew", Map.of("authority-password-file", other.toString())))
                .hasMessageContaining("give it with --password-file FILE");
        keys.run("issue", Map.of("name", "alice", "authority-password-file", other.toString()));
        assertThat(keys.read("issued/alice.p12").token()).hasSize(32);
        Files.writeString(password, "\n");
        assertThatThrownBy(() -> keys.run("renew", Map.of("password-file", file))).hasMessageContaining("no password");
        assertThatThrownBy(() -> keys.run("renew", Map.of("password-file", "no/such")))
                .hasMessage("setting password-file: 'no/such' cannot be read; name a file that holds the password");
    }

    @Test
    void filesThatWereSpoiltAreNamed() throws Exception {
        keys.run("init");
        Files.writeString(keys.file("revoked"), "alice\n");
        assertThatThrownBy(() -> keys.issue("alice")).hasMessageContaining("revoked, line 1: NAME FINGERPRINT");
        Files.writeString(keys.file("revoked"), "# alice\n");
        Files.writeString(keys.file("register"), "alice\n");
        assertThatThrownBy(() -> keys.run("list")).hasMessageContaining("register: the line 'alice' is not NAME");
        Files.delete(keys.file("register"));
        Files.write(keys.file("clients.properties"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> keys.run("list")).hasMessageContaining("clients.properties is not UTF-8");
        Files.delete(keys.file("clients.properties"));
        Files.writeString(keys.file("authority.p12"), "nonsense");
        assertThatThrownBy(() -> keys.issue("alice")).hasMessageContaining("authority.p12 is not a PKCS12 file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice.role: trader", "alice.role=king", "alice.colour=red", "! alice"})
    void aLineOfTheClientsThatTheServiceRefusesIsRefusedBeforeAnythingIsWritten(String line) throws Exception {
        keys.run("init");
        keys.issue("alice");
        Files.writeString(keys.file("clients.properties"), keys.text("clients.properties") + line + "\n");
        List<String> before = contents();

        assertThatThrownBy(() -> Access.of(keys.file("clients.properties"), keys.file("revoked")))
                .hasMessageContaining("clients.properties, line 4: ").isInstanceOfSatisfying(IOException.class, no -> {
                    for (String verb : List.of("list", "token", "issue", "revoke")) {
                        Map<String, String> name = verb.equals("list") ? Map.of()
                                : Map.of("name", verb.equals("revoke") ? "alice" : "bob");
                        assertThatThrownBy(() -> keys.run(verb, name)).as(verb).hasMessage(no.getMessage());
                    }
                });
        assertThat(contents()).containsExactlyElementsOf(before);
    }

    private List<String> contents() throws Exception {
        List<String> contents = new ArrayList<>(tree());
        contents.removeIf(path -> path.endsWith(".lock"));
        for (String name : List.of("clients.properties", "register", "revoked")) contents.add(keys.text(name));
        return contents;
    }

    @Test
    void onlyTheOwnerCanReadWhatIsMade() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        keys.run("init");
        keys.issue("alice");
        keys.revoke("alice");
        keys.issue("alice");

        List<String> rights = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(keys.file(""))) {
            for (Path path : paths.toList()) {
                String bits = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                rights.add(bits + (Files.isDirectory(path) ? " folder" : " file"));
            }
        }
        assertThat(rights).hasSizeGreaterThan(7).containsOnly("rwx------ folder", "rw------- file");
    }

    @Test
    void aFolderInWhichOthersCanWriteIsRefused() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Files.createDirectories(keys.file(""));
        Files.setPosixFilePermissions(keys.file(""), PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> keys.run("init")).hasMessageContaining("chmod 700");
    }

    @Test
    void runsAtTheSameTimeTakeTurns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> runs = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String name = "client" + i;
                runs.add(() -> keys.run("token", Map.of("name", name)));
            }
            for (Future<List<String>> run : threads.invokeAll(runs)) run.get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(keys.text("clients.properties").lines().filter(line -> line.contains(".token="))).hasSize(12);
        assertThat(keys.run("list")).hasSize(13).allMatch(line -> !line.contains("revoked"));
    }
}
