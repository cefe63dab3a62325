package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a side does if the other is slow, speaks something else, or ends too soon. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // which ends waits that no interrupt ends
class PairPeersTest {

    @TempDir
    private Path folder;
    private PairRig rig;

    @BeforeEach
    void makeHomes() {
        rig = new PairRig(folder);
    }

    @Test
    void aClientTakesNoMoreThanAnIdentityMayHave() throws Exception {
        String code = Code.random(rig.random).text();
        for (int length : new int[] {65_537, -1}) {
            try (Stranger stranger = Stranger.withTls(victim -> {
                Meeting meeting = Greeting.asServer(victim, rig.random);
                victim.read(Proofs.BYTES);
                byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
                Stranger.answer(victim, rig.proofs(code).ofServer(meeting), number);
            })) {
                assertThatThrownBy(() -> rig.take(code, stranger.port()))
                        .hasMessageContaining(Integer.toUnsignedString(length) + " bytes, more than the 65536");
                stranger.await();
            }
        }
        rig.assertNothingWritten();
    }

    @Test
    void slowPeersAreCutOffAndCountAsNoCode() throws Exception {
        try (Offering offering = rig.offer(Duration.ofMillis(200))) {
            try (Socket silent = offering.dial()) {
                Stranger.awaitEnd(silent);
            }
            try (Socket trickle = offering.dial()) {
                trickle.getOutputStream().write(new byte[] {22, 3, 1, 0x40, 0}); // 16 KiB of a handshake follow
                long start = System.nanoTime();
                assertThatThrownBy(() -> {
                    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5)) {
                        trickle.getOutputStream().write(0);
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }).isInstanceOf(IOException.class);
            }
            rig.assertNothingSent(offering, 0);
        }
    }

    @Test
    void aClientDoesNotWaitForeverForASilentServer() throws Exception {
        try (Stranger silent = Stranger.doing(victim -> victim.getInputStream().readAllBytes())) {
            String code = Code.random(rig.random).text();
            assertThatThrownBy(() -> rig.take(rig.means(Duration.ofMillis(200)), code, silent.port(), false))
                    .hasMessageContaining("took longer than 200 ms").hasMessageContaining("nothing was written");
        }
        rig.assertNothingWritten();
    }

    @Test
    void strangersWhoSpeakSomethingElseAreTurnedAwayInWords() throws Exception {
        try (Offering offering = rig.offer(Stranger.PATIENCE)) {
            try (Socket plain = offering.dial()) {
                plain.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
                Stranger.awaitEnd(plain);
            }
            try (SSLSocket old = PairTls.ofClient().above(offering.dial())) {
                old.setEnabledProtocols(new String[] {"TLSv1.2"});
                assertThatThrownBy(old::startHandshake).isInstanceOf(SSLException.class);
            }
            try (Connection other = rig.meet(offering)) {
                other.write(new byte[Stranger.GREETING]);
                assertThatThrownBy(other::readByte).hasMessage("ended the connection");
            }
            rig.assertNothingSent(offering, 0);
        }
        try (Stranger plain = Stranger.doing(victim -> {
            victim.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes());
            victim.getInputStream().readAllBytes();
        })) {
            assertThatThrownBy(() -> rig.take(Code.random(rig.random).text(), plain.port()))
                    .hasMessageStartingWith("what listens at 127.0.0.1:" + plain.port() + " does not speak TLS");
        }
    }

    @Test
    void anIdentityIsSentOnceEvenIfNobodySaysThatItArrived() throws Exception {
        try (Offering offering = rig.offer(Stranger.PATIENCE)) {
            try (Connection knowing = rig.meet(offering)) {
                knowing.write(rig.proofs(offering.code()).ofClient(Greeting.asClient(knowing, rig.random)));
                assertThat(knowing.readByte()).isEqualTo(Answer.RIGHT_CODE.ordinal());
            }
            assertThatThrownBy(offering::end).hasMessageStartingWith("127.0.0.1 knew the code and was sent the "
                    + "identity, but ended the connection");
            assertThat(offering.file).exists();
            assertThatThrownBy(() -> rig.take(offering.code(), offering.port()))
                    .hasMessageStartingWith("nobody offers an identity");
        }
    }
}
