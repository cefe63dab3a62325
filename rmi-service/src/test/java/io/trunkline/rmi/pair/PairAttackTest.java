package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.keys.FreshCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What those can do who do not know the code. */
@Timeout(30)
class PairAttackTest {

    private static final byte[] FORGED = "an identity of the attacker".getBytes();

    @TempDir
    private Path folder;
    private PairRig rig;

    @BeforeEach
    void makeHomes() {
        rig = new PairRig(folder);
    }

    private static byte[] counted(byte[] identity) {
        return ByteBuffer.allocate(Integer.BYTES + identity.length).putInt(identity.length).put(identity).array();
    }

    @Test
    void whoStandsInBetweenWithACertificateOfHisOwnGetsNothingFromEither() throws Exception {
        ByteArrayOutputStream fromServer = new ByteArrayOutputStream();
        try (Offering offering = rig.offer(Stranger.PATIENCE);
                Stranger between = Stranger.withTls(victim -> {
                    try (Connection real = rig.meet(offering)) {
                        real.write(victim.read(Stranger.GREETING));
                        victim.write(real.read(Meeting.NONCE_BYTES));
                        real.write(victim.read(Proofs.BYTES));
                        copy(real, victim, fromServer);
                    }
                })) {
            assertThatThrownBy(() -> rig.take(offering.code(), between.port()))
                    .hasMessageContaining("does not accept this code").hasMessageContaining("nothing was written");
            between.await();
            assertThat(fromServer.toByteArray()).isEqualTo(Answer.WRONG_CODE.bytes());
            rig.assertNothingSent(offering, 1);
        }
        rig.assertNothingWritten();
    }

    private static void copy(Connection from, Connection to, OutputStream record) throws IOException {
        while (true) {
            byte[] read;
            try {
                read = from.read(1);
            } catch (IOException e) {
                return; // the end
            }
            record.write(read);
            to.write(read);
        }
    }

    @Test
    void aServerThatDoesNotKnowTheCodeIsNotBelieved() throws Exception {
        String code = Code.random(rig.random).text();
        List<Stranger.TlsDeed> deeds = List.of(
                victim -> {
                    Greeting.asServer(victim, rig.random);
                    Stranger.answer(victim, new byte[Proofs.BYTES], counted(FORGED));
                },
                victim -> {
                    Greeting.asServer(victim, rig.random);
                    Stranger.answer(victim, victim.read(Proofs.BYTES), counted(FORGED)); // the client's own proof
                });
        for (Stranger.TlsDeed deed : deeds) {
            try (Stranger stranger = Stranger.withTls(deed)) {
                assertThatThrownBy(() -> rig.take(code, stranger.port()))
                        .hasMessageContaining("does not know the code itself")
                        .hasMessageContaining("nothing was written");
            }
        }
        rig.assertNothingWritten();
    }

    @Test
    void aProofIsGoodForOneConnectionAlone() throws Exception {
        try (Offering offering = rig.offer(Stranger.PATIENCE)) {
            Meeting recorded;
            try (Connection abandoned = rig.meet(offering)) {
                recorded = Greeting.asClient(abandoned, rig.random);
            }
            byte[] proof = rig.proofs(offering.code()).ofClient(recorded);
            try (Connection again = rig.meet(offering)) {
                again.write("trunkline pair 1".getBytes(), recorded.clientNonce());
                again.read(Meeting.NONCE_BYTES);
                again.write(proof);
                assertThat(again.readByte()).isEqualTo(Answer.WRONG_CODE.ordinal());
                assertThatThrownBy(again::readByte).hasMessage("ended the connection");
            }
            rig.assertNothingSent(offering, 1);
        }
    }

    @Test
    void aServersProofIsGoodForOneConnectionAlone() throws Exception {
        Proofs proofs = rig.proofs(Code.random(rig.random).text());
        Meeting meeting = new Meeting(new byte[32], new byte[32], new byte[32]);
        byte[] other = new byte[32];
        other[31] = 1;

        List<byte[]> all = List.of(proofs.ofServer(meeting), proofs.ofClient(meeting),
                proofs.ofServer(new Meeting(other, new byte[32], new byte[32])),
                proofs.ofServer(new Meeting(new byte[32], other, new byte[32])),
                proofs.ofServer(new Meeting(new byte[32], new byte[32], other)));
        assertThat(all.stream().map(ByteBuffer::wrap).distinct()).hasSize(5);
        assertThat(proofs.ofServer(meeting)).isEqualTo(all.get(0)).hasSize(Proofs.BYTES);
    }

    @Test
    void aRecordingPlayedAgainGetsNothingEvenFromAnOfferOfTheSameCodeAndCertificate() throws Exception {
        String code = Code.random(rig.random).text();
        PairTls tls = PairTls.ofServer(FreshCertificate.create(Instant.now(), rig.random));
        Offer offer = new Offer(rig.proofs(code), tls, rig.means.limits(), rig.nanoTime::get);
        ByteArrayOutputStream recording = new ByteArrayOutputStream();
        try (ServerSocket first = listen(); ServerSocket second = listen();
                Stranger recorder = Stranger.doing(victim -> record(victim, first.getLocalPort(), recording))) {
            CompletableFuture<String> taken = await(offer, first);
            rig.take(code, recorder.port());
            assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo("127.0.0.1");

            CompletableFuture<String> again = await(offer, second);
            try (Socket socket = new Socket(second.getInetAddress(), second.getLocalPort())) {
                socket.getOutputStream().write(recording.toByteArray());
                Stranger.awaitEnd(socket);
            }
            assertThat(again).isNotDone();
            rig.nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(10));
            assertThatThrownBy(() -> again.get(10, TimeUnit.SECONDS)).hasMessageContaining("nobody took it");
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    private static CompletableFuture<String> await(Offer offer, ServerSocket listening) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(offer.await(listening, new byte[100], Duration.ofMinutes(10), line -> {
                    throw new AssertionError(line);
                }));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        }, "offer");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static void record(Socket victim, int port, OutputStream recording) throws Exception {
        try (Socket real = new Socket(victim.getLocalAddress(), port)) {
            Thread back = new Thread(() -> {
                try {
                    real.getInputStream().transferTo(victim.getOutputStream());
                } catch (IOException e) {
                    // both sides have what they wanted
                }
            }, "back");
            back.start();
            byte[] bytes = new byte[4_096];
            for (int n = victim.getInputStream().read(bytes); n > 0; n = victim.getInputStream().read(bytes)) {
                recording.write(bytes, 0, n);
                real.getOutputStream().write(bytes, 0, n);
            }
            real.shutdownOutput();
            back.join();
        }
    }
}
