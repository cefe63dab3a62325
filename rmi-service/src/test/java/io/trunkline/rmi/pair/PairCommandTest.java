package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.SettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An identity goes from one home to another. */
@Timeout(30)
class PairCommandTest {

    private static final String OTHER_CODE = "0000-0000-0000-0000";

    @TempDir
    private Path folder;
    private PairRig rig;

    @BeforeEach
    void makeHomes() {
        rig = new PairRig(folder);
    }

    @Test
    void anIdentityMovesAndItsOwnerAloneCanReadIt() throws Exception {
        byte[] content = Offering.issue(rig.server, 3_000);
        try (Offering offering = rig.offer()) {
            assertThat(offering.lines.get(1)).startsWith("within 10 min, on the client's machine: trunkline pair take "
                    + "--from 127.0.0.1:" + offering.port()).doesNotContain(offering.code());

            assertThat(rig.take(offering.code().toLowerCase(), offering.port())).containsExactly(
                    "made " + rig.identity() + ", which was offered at 127.0.0.1:" + offering.port(),
                    "next: trunkline client --connect 127.0.0.1");

            assertThat(offering.end()).containsExactly("removed " + offering.file);
            assertThat(offering.lines).last().isEqualTo("alice.p12 was taken by 127.0.0.1");
        }
        assertThat(rig.identity()).hasBinaryContent(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.identity()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.identity().getParent())))
                .isEqualTo("rwx------");
        assertThat(Offering.issued(rig.server)).doesNotExist();
    }

    @Test
    void theLargestIdentityMovesAndAnythingLargerIsNotOffered() throws Exception {
        byte[] content = Offering.issue(rig.server, 65_536);
        try (Offering offering = rig.offer("keep", "true")) {
            rig.take(offering.code(), offering.port());
            assertThat(offering.end())
                    .containsExactly("kept " + offering.file + "; two machines have this private key");
        }
        assertThat(rig.identity()).hasBinaryContent(content);
        assertThat(Offering.issued(rig.server)).hasBinaryContent(content);

        Offering.issue(rig.server, 65_537);
        try (Offering offering = rig.offer()) {
            assertThatThrownBy(offering::end).hasMessageContaining("has 65537 bytes, more than the 65536");
            assertThat(offering.lines).isEmpty();
        }
    }

    @Test
    void anOfferThatIsTakenIsOver() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer()) {
            rig.take(offering.code(), offering.port());
            offering.end();

            assertThatThrownBy(() -> rig.take(rig.means, offering.code(), offering.port(), true))
                    .hasMessageStartingWith("nobody offers an identity at 127.0.0.1:" + offering.port());
        }
    }

    @Test
    void anIdentityThatIsThereIsReplacedOnlyIfThatIsWanted() throws Exception {
        byte[] content = Offering.issue(rig.server, 100);
        Files.createDirectories(rig.identity().getParent());
        Files.writeString(rig.identity(), "old");
        try (Offering offering = rig.offer()) {
            assertThatThrownBy(() -> rig.take(offering.code(), offering.port()))
                    .hasMessage(rig.identity() + " exists; to put another in its place, add --replace");
            assertThat(rig.identity()).hasContent("old");
            assertThat(offering.isOver()).isFalse();

            rig.take(rig.means, offering.code(), offering.port(), true);
            assertThat(rig.identity()).hasBinaryContent(content);
        }
    }

    @Test
    void threeWrongCodesEndAnOffer() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> rig.take(OTHER_CODE, offering.port())).isInstanceOf(IOException.class)
                        .hasMessage("127.0.0.1:" + offering.port() + " does not accept this code: it is mistyped or of "
                                + "another offer, or somebody is in between; nothing was written");
            }
            String what = "a wrong code came from 127.0.0.1: mistyped, guessed, or changed by somebody on the way; ";
            assertThatThrownBy(offering::end).isInstanceOf(IOException.class).hasMessage(what + "it was the last that "
                    + "is allowed, and nothing was sent; " + offering.file + " is kept, offer it again if it is still "
                    + "wanted");
            assertThat(offering.lines.subList(2, offering.lines.size()))
                    .containsExactly(what + "2 more end the offer", what + "one more ends the offer");
            assertThatThrownBy(() -> rig.take(offering.code(), offering.port()))
                    .hasMessageStartingWith("nobody offers");
        }
        rig.assertNothingWritten();
        assertThat(Offering.issued(rig.server)).exists();
    }

    @Test
    void aWrongCodeOrTwoDoNoHarm() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> rig.take(OTHER_CODE, offering.port())).hasMessageContaining("does not accept");
            }
            rig.take(offering.code(), offering.port());
            assertThat(rig.identity()).exists();
        }
    }

    @Test
    void theTimeEndsAnOffer() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer("minutes", "7")) {
            rig.nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(7) - 1);
            assertThatThrownBy(() -> rig.take(OTHER_CODE, offering.port())).hasMessageContaining("does not accept");
            assertThat(offering.isOver()).isFalse();

            rig.nanoTime.incrementAndGet();
            assertThatThrownBy(offering::end).hasMessage("nobody took it within 7 minutes; nothing was sent; "
                    + offering.file + " is kept, offer it again if it is still wanted");
        }
    }

    @Test
    void anInterruptEndsAnOffer() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer()) {
            offering.interrupt();
            assertThatThrownBy(offering::end).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void whatWasIssuedAnewMeanwhileIsNotRemoved() throws Exception {
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer()) {
            byte[] other = Offering.issue(rig.server, 200);
            rig.take(offering.code(), offering.port());
            offering.end();
            assertThat(offering.file).hasBinaryContent(other);
        }
    }

    @Test
    void aClientThatCannotKeepTheIdentityLeavesItWhereItIs() throws Exception {
        Offering.issue(rig.server, 100);
        Files.createDirectories(rig.identity().getParent());
        Files.setPosixFilePermissions(rig.identity().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Offering offering = rig.offer()) {
            assertThatThrownBy(() -> rig.take(offering.code(), offering.port())).hasMessageContaining("chmod 700");
            assertThatThrownBy(offering::end).hasMessageStartingWith("127.0.0.1 knew the code and was sent the "
                    + "identity, but ended the connection; " + offering.file + " is kept");
            assertThat(offering.file).exists();
        }
    }

    @Test
    void whatCannotBeUsedIsNamed() throws Exception {
        try (Offering offering = rig.offer()) {
            assertThatThrownBy(offering::end).hasMessage("there is no " + offering.file
                    + "; make it with: trunkline keys issue alice");
        }
        Offering.issue(rig.server, 100);
        try (Offering offering = rig.offer("name", "../alice")) {
            assertThatThrownBy(offering::end).isInstanceOf(SettingException.class).hasMessageContaining("'../alice'");
        }
        try (Offering offering = rig.offer("minutes", "0")) {
            assertThatThrownBy(offering::end).isInstanceOf(SettingException.class).hasMessageContaining("minutes: 0");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Offering offering = rig.offer("port", Integer.toString(taken.getLocalPort()))) {
            assertThatThrownBy(offering::end).hasMessageStartingWith("cannot wait at 127.0.0.1, port "
                    + taken.getLocalPort() + ": ").hasMessageContaining("--port");
        }
        assertThatThrownBy(() -> take("code", OTHER_CODE, "from", "unix:/tmp/x"))
                .isInstanceOf(SettingException.class).hasMessageContaining("'unix:/tmp/x'");
        assertThatThrownBy(() -> take("code", "1234"))
                .isInstanceOf(SettingException.class).hasMessageContaining("4 letters and digits");
    }

    private List<String> take(String... options) throws Exception {
        return Offering.run(rig.means, "take", PairRig.map(options), rig.client, new ArrayList<>());
    }
}
