package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys as a user makes them. */
@Timeout(60)
class KeysCommandTest {

    @TempDir
    private Path home;

    private Cli run(int exitCode, String... arguments) {
        Cli cli = new Cli();
        cli.variables.put("TRUNKLINE_HOME", home.toString());
        assertThat(cli.run(arguments)).as("%s%s", cli.out(), cli.err()).isEqualTo(exitCode);
        return cli;
    }

    private KeyStore open(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.resolve(file))) {
            store.load(in, "trunkline".toCharArray());
        }
        return store;
    }

    @Test
    void fromTheFirstKeyToTheLastRevocation() throws Exception {
        Path keys = home.resolve("keys");
        run(1, "keys", "issue", "alice").assertErr("trunkline keys issue: there is no " + keys
                + "/authority.p12; make it with: trunkline keys init");
        assertThat(run(0, "keys", "init", "--host", "10.0.0.5").outLines()).hasSize(3)
                .last().isEqualTo("next, for each client: trunkline keys issue NAME --role trader");
        run(1, "keys", "init");
        assertThat(run(0, "keys", "issue", "alice", "--role", "trader").out())
                .startsWith("made " + keys + "/issued/alice.p12, the identity of alice, trader, valid until ");
        assertThat(open("keys/issued/alice.p12").containsAlias("token")).isTrue();
        assertThat(open("keys/server.p12").getCertificate("authority"))
                .isEqualTo(open("keys/issued/alice.p12").getCertificate("authority"));
        assertThat(run(0, "keys", "token", "bob").outLines().get(0)).matches("[0-9a-f]{64}");
        assertThat(run(0, "keys", "list").outLines()).hasSize(3);
        run(0, "keys", "revoke", "alice");
        assertThat(run(0, "keys", "list").out()).containsPattern("alice +trader +\\S+ +\\S+ +revoked");
    }

    @Test
    void whatWasMistypedIsBadUsageAndNamed() {
        run(2, "keys", "init", "--host", "*.lan").assertErr(
                "trunkline keys init: --host: '*.lan' has a wildcard; name each host of the server");
        run(2, "keys", "issue", "../x").assertErr("trunkline keys issue: NAME: '../x' cannot be a client's name; take "
                + "1 to 64 letters, digits, dots, dashes and underscores, the first a letter or digit");
        run(2, "keys", "issue", "alice", "--role", "boss").assertErr("trunkline keys issue: --role: 'boss' is not one "
                + "of as-before, viewer, trader, supervisor");
        run(2, "keys", "issue", "alice", "--days", "0").assertErr(
                "trunkline keys issue: --days: 0 is not from 1 to 3650");
        run(2, "keys", "revoke", "nobody").assertErr(
                "trunkline keys revoke: NAME: there is no client 'nobody'; there are none");
        assertThat(home).isEmptyDirectory();
    }
}
