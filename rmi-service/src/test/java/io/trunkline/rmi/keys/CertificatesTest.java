package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the certificates say, judged by the JDK's own validation of paths. */
@Timeout(30)
class CertificatesTest {

    @TempDir
    private static Path home;

    @TempDir
    private static Path elsewhere;
    private static KeysRig keys;
    private static KeyFile server;
    private static KeyFile alice;
    private static KeyFile stranger;

    @BeforeAll
    static void make() throws Exception {
        keys = new KeysRig(home);
        keys.run("init", Map.of("host", "10.0.0.5,fd00::5,Box.lan"));
        keys.issue("alice");
        server = keys.read("server.p12");
        alice = keys.read("issued/alice.p12");
        KeysRig other = new KeysRig(elsewhere);
        other.run("init");
        other.issue("alice");
        stranger = other.read("issued/alice.p12");
    }

    private static Date in(int days) {
        return Date.from(keys.now.plus(Duration.ofDays(days)));
    }

    @Test
    void areValidForThoseWhoTrustTheAuthority() throws Exception {
        server.validate(alice, in(0));
        alice.validate(server, in(824));
        assertThatThrownBy(() -> stranger.validate(server, in(0))).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void endInTimeAndBeginEarlierForClocksThatDiffer() throws Exception {
        alice.validate(server, Date.from(keys.now.minus(Duration.ofMinutes(59))));
        assertThatThrownBy(() -> alice.validate(server, in(-1))).hasMessageContaining("validity check failed");
        assertThatThrownBy(() -> alice.validate(server, in(826))).hasMessageContaining("validity check failed");
        assertThat(alice.authority().getNotAfter()).isEqualTo(Instant.parse("2036-11-26T12:00:00Z"));
    }

    @Test
    void areForOneUseOnly() throws Exception {
        assertThat(server.own().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(alice.own().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(alice.own().getKeyUsage()).containsExactly(
                true, false, false, false, false, false, false, false, false); // to sign a handshake
        assertThat(alice.authority().getKeyUsage()).containsExactly(
                false, false, false, false, false, true, true, false, false); // to sign certificates
        assertThat(alice.own().getBasicConstraints()).isEqualTo(-1); // signs none
        assertThat(alice.authority().getBasicConstraints()).isZero(); // none of those it signs signs others
    }

    @Test
    void nameTheClientAndTheHostsOfTheServer() throws Exception {
        assertThat(alice.own().getSubjectX500Principal().getName()).isEqualTo("CN=alice");
        assertThat(alice.own().getSubjectAlternativeNames()).isNull();
        List<List<?>> names = List.copyOf(server.own().getSubjectAlternativeNames());
        assertThat(names).contains(List.of(7, "10.0.0.5"), List.of(7, "fd00:0:0:0:0:0:0:5"), List.of(2, "box.lan"),
                List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void areSignedOnTheCurveOfTodayAndNumberedAtRandom() throws Exception {
        for (X509Certificate each : List.of(server.own(), alice.own(), alice.authority())) {
            assertThat(each.getSigAlgName()).isEqualTo("SHA256withECDSA");
            assertThat(each.getVersion()).isEqualTo(3);
            assertThat(each.getPublicKey().toString()).contains("secp256r1");
            each.verify(alice.authority().getPublicKey());
        }
        assertThat(Stream.of(server.own(), alice.own(), stranger.own(), alice.authority())
                .map(X509Certificate::getSerialNumber).distinct())
                .hasSize(4).allMatch(number -> number.signum() == 1 && number.bitLength() == 128);
    }

    @Test
    void carryTheAuthorityBesideTheirOwn() throws Exception {
        assertThat(alice.chain()).containsExactly(alice.own(), alice.authority());
        assertThat(alice.store().isCertificateEntry("authority")).isTrue();
        assertThat(alice.token()).hasSize(32).isNotEqualTo(stranger.token());
        assertThat(server.store().containsAlias("token")).isFalse();
    }

    @Test
    void timesSince2050AreWrittenInTheirLongForm() throws Exception {
        KeysRig later = new KeysRig(Path.of(elsewhere.toString(), "later"));
        later.now = Instant.parse("2049-06-01T00:00:00Z");
        later.run("init");

        KeyFile made = later.read("server.p12");
        assertThat(made.own().getNotBefore()).isEqualTo(Instant.parse("2049-05-31T23:00:00Z"));
        assertThat(made.own().getNotAfter()).isEqualTo(Instant.parse("2051-09-04T00:00:00Z"));
        made.validate(made, Date.from(later.now));
    }

    @Test
    void noneLivesLongerThanItsAuthority() throws Exception {
        KeysRig old = new KeysRig(Path.of(elsewhere.toString(), "old"));
        old.run("init");
        old.pass(3_600);
        old.issue("bob");

        KeyFile bob = old.read("issued/bob.p12");
        assertThat(bob.own().getNotAfter()).isEqualTo(bob.authority().getNotAfter());
        old.pass(60);
        assertThatThrownBy(() -> old.issue("carol")).hasMessageContaining("expired on 2036-11-26; move the folder");
    }
}
