package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are to hold an identity. */
class IdentityFilesTest {

    private static final String PASSWORD = Tls.DEFAULT_PASSWORD;

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static Path alice;

    @BeforeAll
    static void certify() {
        authority = new TestAuthority("authority");
        alice = authority.identity(folder, new TestAuthority.Wish("alice").client());
    }

    private static void assertRefused(String problem, String password, Path... files) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.ofClient(List.of(files), password))
                .withMessageContaining(files[0].toString()).withMessageContaining(problem);
    }

    private static Path pem(String name, String kind, byte[]... contents) throws IOException {
        StringBuilder text = new StringBuilder("a comment\n");
        for (byte[] content : contents) {
            text.append("-----BEGIN ").append(kind).append("-----\n").append(Base64.getMimeEncoder()
                    .encodeToString(content)).append("\n-----END ").append(kind).append("-----\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path chain(Identity identity) throws IOException, CertificateEncodingException {
        byte[][] encoded = new byte[identity.chain().size()][];
        for (int i = 0; i < encoded.length; i++) encoded[i] = identity.chain().get(i).getEncoded();
        return pem("chain.pem", "CERTIFICATE", encoded);
    }

    @Test
    void aCommaInAPathSeparatesNothingIfThatIsAFile() throws IOException {
        Path there = Files.createDirectories(folder.resolve("desk, two")).resolve("alice.p12");
        assertThat(Tls.files(there.toString())).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.ofClient(Tls.files(there.toString()), PASSWORD))
                .withMessageContaining("2 files: ").withMessageContaining("one identity file that exists");

        Files.copy(alice, there);
        assertThat(Tls.files(" " + there + " ")).containsExactly(there);
        assertThat(Tls.files("a.pem, b.pem,c.pem")).containsExactly(Path.of("a.pem"), Path.of("b.pem"),
                Path.of("c.pem"));
        assertThat(Tls.files("")).isEmpty();
    }

    @Test
    void whatIsWrongWithAFileIsSaidWithItsName() throws Exception {
        assertRefused("there is no file", PASSWORD, folder.resolve("none.p12"));
        assertRefused("the password does not open", "wrong", alice);
        assertRefused("is no identity file", PASSWORD, Files.writeString(folder.resolve("text.p12"), "hello"));
        assertRefused("only; make another", PASSWORD,
                authority.identity(folder, new TestAuthority.Wish("late").client().expired()));
        assertRefused("is not for a client", PASSWORD,
                authority.identity(folder, new TestAuthority.Wish("server").server("127.0.0.1")));
        assertRefused("under the alias identity", PASSWORD, authority.without("identity", folder));
        assertRefused("under the alias authority", PASSWORD, authority.without("authority", folder));
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.ofServer(List.of(alice), PASSWORD))
                .withMessageContaining("is not for a server");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.ofClient(List.of(alice, alice), PASSWORD))
                .withMessageContaining("2 files");
    }

    @Test
    void threeFilesInPemFormAreAnIdentityToo() throws Exception {
        Identity identity = IdentityFiles.read(List.of(alice), PASSWORD.toCharArray());
        X509Certificate root = identity.authority();
        Path key = pem("key.pem", "PRIVATE KEY", identity.key().getEncoded());
        Path trusted = pem("ca.pem", "CERTIFICATE", root.getEncoded());

        assertThat(IdentityFiles.read(List.of(chain(identity), key, trusted), new char[0])).isEqualTo(identity);
        assertThat(Tls.ofClient(List.of(chain(identity), key, trusted), "").toString()).isEqualTo("CN=alice");

        Path old = pem("old.pem", "EC PRIVATE KEY", identity.key().getEncoded());
        assertThatIllegalArgumentException().isThrownBy(
                () -> Tls.ofClient(List.of(chain(identity), old, trusted), "")).withMessageContaining("old.pem")
                .withMessageContaining("openssl pkcs8");
        Identity other = IdentityFiles.read(List.of(authority.identity(folder, new TestAuthority.Wish("bob").client())),
                PASSWORD.toCharArray());
        Path otherKey = pem("other.pem", "PRIVATE KEY", other.key().getEncoded());
        assertThatIllegalArgumentException().isThrownBy(
                () -> Tls.ofClient(List.of(chain(identity), otherKey, trusted), ""))
                .withMessageContaining("does not belong");
        assertRefused("holds no certificate", "", key, key, trusted);
    }
}
