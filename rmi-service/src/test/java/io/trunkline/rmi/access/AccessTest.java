package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccessTest {

    private static final String PRINT = "ab12".repeat(16);

    @TempDir
    private Path folder;
    private Path file;
    private Path denied;
    private Access access;

    @BeforeEach
    void open() throws Exception {
        file = Files.writeString(folder.resolve("clients"), "alice.role=trader\nalice.token=" + hash("a11ce5") + "\n"
                + "bob.role=viewer\ncarl.role=viewer\ncarl.token=" + hash("ca7150") + "\n");
        denied = folder.resolve("revoked");
        access = Access.of(file, denied);
    }

    private static String hash(String token) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 9);
        return "sha256:09:" + HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(token)));
    }

    private static Proof proof(String declared, String token, String certificate) {
        return new Proof(declared, token, "10.0.0.1", certificate, certificate.isEmpty() ? "" : PRINT);
    }

    private String reason(String token, String certificate) {
        return ((LogIn.Denied) access.logIn(proof("x", token, certificate))).reason();
    }

    private String name(String token, String certificate) {
        return ((LogIn.Granted) access.logIn(proof("x", token, certificate))).name();
    }

    @Test
    void whereNobodyHasToLogInEverybodyMayDoEverythingUnderAnyName() {
        LogIn.Granted granted = (LogIn.Granted) Access.open().logIn(proof("anna", "", ""));
        assertThat(granted).isEqualTo(new LogIn.Granted("anna", Rights.ALL, "", Optional.empty()));
    }

    @Test
    void aTokenTellsWhoItIs() {
        assertThat(name("a11ce5", "")).isEqualTo("alice");
        assertThat(name("ca7150", "")).isEqualTo("carl");
        assertThat(reason("", "")).contains("neither a certificate nor a token");
        assertThat(reason("b0b5", "")).contains("nobody's");
        assertThat(reason("no hexadecimal", "")).contains("nobody's");
    }

    @Test
    void aCertificateIsEnoughWhereTheFileHasNoToken() {
        assertThat(name("", "bob")).isEqualTo("bob");
        assertThat(reason("a11ce5", "dora")).contains("does not have dora");
    }

    @Test
    void whereTheFileHasATokenTheCertificateAloneIsNotEnoughNorIsAnothersToken() {
        assertThat(name("a11ce5", "alice")).isEqualTo("alice");
        assertThat(reason("", "alice")).contains("no token");
        assertThat(reason("ca7150", "alice")).contains("not right");
    }

    @Test
    void aRevokedCertificateIsNoGoodFromTheNextLogInOn() throws IOException {
        assertThat(name("", "bob")).isEqualTo("bob");
        Files.writeString(denied, "# gone\nbob " + PRINT.toUpperCase() + " 2026-11-26\n");
        assertThat(reason("", "bob")).contains("revoked");
    }

    @Test
    void whoComesWithARevokedCertificateHoldsUpNobodyElse() throws IOException {
        Files.writeString(denied, "bob " + PRINT + "\n");
        for (int i = 0; i < 20; i++) assertThat(reason("", "bob")).contains("revoked");
        assertThat(name("a11ce5", "")).isEqualTo("alice");
    }

    @Test
    void whoGuessesNothingHoldsUpNobodyElse() {
        for (int i = 0; i < 20; i++) assertThat(reason("", "dora")).contains("does not have dora");
        for (int i = 0; i < 20; i++) assertThat(reason("", "")).contains("neither a certificate nor a token");
        assertThat(name("a11ce5", "")).isEqualTo("alice");
    }

    private Optional<String> whyOver(String token, String certificate, String clientsThen) throws Exception {
        LogIn.Granted granted = (LogIn.Granted) access.logIn(proof("x", token, certificate));
        assertThat(access.whyOver(granted)).isEmpty();
        Files.writeString(file, clientsThen);
        return Access.of(file, denied).whyOver(granted);
    }

    @Test
    void whoIsInStaysUnlessItIsRevokedOrItsRightsAreOthers() throws Exception {
        String alice = "alice.role=trader\nalice.token=" + hash("a11ce5") + "\n";
        assertThat(whyOver("a11ce5", "", alice)).isEmpty();
        assertThat(whyOver("a11ce5", "", "alice.role=trader\n").orElseThrow())
                .startsWith("revoked: the token of alice");
        open();
        assertThat(whyOver("a11ce5", "", "alice.role=trader\nalice.token=" + hash("07e4") + "\n").orElseThrow())
                .startsWith("revoked: the token of alice");
        open();
        assertThat(whyOver("a11ce5", "alice", "alice.role=trader\n")).contains("the rights of alice were changed");
        open();
        assertThat(whyOver("", "bob", "bob.role=trader\n")).contains("the rights of bob were changed");
        open();
        assertThat(whyOver("", "bob", alice)).contains("revoked: bob is not a client any more");
        open();
        assertThat(whyOver("", "bob", "bob.role=viewer\nbob.token=" + hash("07e4") + "\n").orElseThrow())
                .startsWith("revoked: the token of bob");
    }

    @Test
    void nobodyComesInWhileTheRevokedCertificatesCannotBeRead() throws IOException {
        Files.createDirectory(denied);
        assertThat(reason("", "bob")).contains("cannot be read");
    }

    @Test
    void whoGuessesIsToldNothingAndHasToWaitThoughItBeRightThen() {
        for (int i = 0; i < 6; i++) {
            LogIn.Denied no = (LogIn.Denied) access.logIn(proof("alice", "9e55", ""));
            assertThat(no.refusal().message()).doesNotContain("9e55", "alice", "nobody");
        }
        LogIn.Denied waits = (LogIn.Denied) access.logIn(proof("alice", "a11ce5", ""));
        assertThat(waits.refusal().message()).contains("try again in");
        assertThat(access.logIn(new Proof("alice", "a11ce5", "10.0.0.2", "", ""))).isInstanceOf(LogIn.Granted.class);
    }

    @Test
    void aProofDoesNotShowItsToken() {
        assertThat(proof("alice", "a11ce5", "").toString()).doesNotContain("a11ce5");
    }

    @Test
    void aChangedFileHoldsAMomentLaterAndOneThatCannotBeUsedNever() throws Exception {
        Files.writeString(file, "alice.role=king\n");
        for (long start = System.nanoTime(); System.nanoTime() - start < 300_000_000; Thread.onSpinWait()) {
            access.refresh();
        }
        assertThat(access.rightsOf("alice").orElseThrow().role()).isEqualTo(Role.TRADER);

        Files.writeString(file, "alice.role=supervisor\nalice.token=" + hash("07e4") + "\n");
        while (access.rightsOf("alice").orElseThrow().role() != Role.SUPERVISOR) {
            access.refresh();
            Thread.onSpinWait();
        }
        assertThat(access.rightsOf("bob")).isEmpty();
        assertThat(name("07e4", "")).isEqualTo("alice");
    }

    @Test
    void aFileThatCannotBeUsedIsAnErrorAtTheStart() throws IOException {
        Files.writeString(file, "alice.role=king\n");
        assertThatThrownBy(() -> Access.of(file, denied)).isInstanceOf(IOException.class).hasMessageContaining("king");
    }
}
