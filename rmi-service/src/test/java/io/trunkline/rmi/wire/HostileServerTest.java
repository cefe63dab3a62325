package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server may say to a caller without harm. */
@Timeout(60)
class HostileServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final byte[] NO_ID = new byte[22];

    /** A remote interface with a hole: what it gives may be anything. */
    public interface Naive extends Remote {
        Object take(byte[] request) throws RemoteException;
    }

    private static RemoteCaller caller(int port, Duration readCap) {
        return new RemoteCaller(new Address.Tcp("127.0.0.1", port), Duration.ofSeconds(10), readCap);
    }

    private static byte[] normalReturn(byte[]... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(100_000).put(Jrmp.NORMAL_RETURN).put(new byte[Jrmp.RESULT_ID_LENGTH]);
        for (byte[] part : parts) bytes.put(part);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static void expectUnmarshal(byte[] answer, String message) throws IOException {
        try (FakePeer peer = FakePeer.answering(answer); RemoteCaller caller = caller(peer.number(), LONG)) {
            RpcService service = caller.proxy(RpcService.class, NO_ID);
            assertThatThrownBy(() -> service.open(new byte[3])).isInstanceOf(UnmarshalException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void whatAnExceptionCarriesIsNotDeserialized() throws Exception {
        try (NaiveServer naive = new NaiveServer()) {
            RpcService servant = new Servant(request -> {
                throw new Canary.Cry();
            });
            RpcService stub = naive.export(servant, RpcService.class);
            int before = Canary.SUNG.get();
            assertThatThrownBy(() -> stub.open(new byte[1])).isInstanceOf(Canary.Cry.class);
            assertThat(Canary.SUNG.get()).as("the platform's own stub").isEqualTo(before + 1);

            try (RemoteCaller caller = caller(naive.number(), LONG)) {
                assertThatThrownBy(() -> caller.proxy(RpcService.class, ObjectIds.of(stub)).open(new byte[1]))
                        .isInstanceOf(NoSuchObjectException.class);
            }
            assertThat(Canary.SUNG.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void aForeignResultIsNotDeserialized() throws Exception {
        try (Exports exports = new Exports(Exports.LIMITS)) {
            Naive stub = exports.exportNaively(request -> new Canary(), Naive.class);
            int before = Canary.SUNG.get();
            assertThat(stub.take(new byte[1])).isInstanceOf(Canary.class);
            assertThat(Canary.SUNG.get()).as("the platform's own stub").isEqualTo(before + 1);

            try (RemoteCaller caller = exports.caller(LONG)) {
                assertThatThrownBy(() -> caller.proxy(Naive.class, ObjectIds.of(stub)).take(new byte[1]))
                        .isInstanceOf(UnmarshalException.class).hasMessageContaining("not of the form expected");
            }
            assertThat(Canary.SUNG.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void aResultThatClaimsToBeLongIsRefusedUnread() throws Exception {
        for (int length : new int[] {Protocol.MAX_REPLY + 1, Integer.MAX_VALUE, -1}) {
            expectUnmarshal(normalReturn(Jrmp.BYTES, number(length)), "a reply of " + length + " bytes");
        }
    }

    @Test
    void aLengthThatIsNotBackedByBytesAllocatesLittle() throws Exception {
        try (FakePeer peer = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            in.readFully(new byte[40]);
            out.write(normalReturn(Jrmp.BYTES, number(Protocol.MAX_REPLY), new byte[10]));
        }); RemoteCaller caller = caller(peer.number(), SHORT)) {
            assertThatThrownBy(() -> caller.proxy(RpcService.class, NO_ID).open(new byte[1]))
                    .isInstanceOf(UnmarshalException.class);
        }
    }

    @Test
    void garbageInsteadOfAReplyIsRefused() throws Exception {
        expectUnmarshal("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII), "of no known form");
        expectUnmarshal(normalReturn(new byte[] {0x70}, new byte[100]), "not of the form expected");
    }

    @Test
    void aRegistryThatNamesTooMuchIsRefused() throws Exception {
        for (int count : new int[] {1001, -1, Integer.MAX_VALUE}) {
            try (FakePeer peer = FakePeer.answering(normalReturn(Jrmp.STRINGS, number(count)));
                    RemoteCaller caller = caller(peer.number(), LONG)) {
                assertThatThrownBy(caller::listNames).isInstanceOf(UnmarshalException.class)
                        .hasMessageContaining(count + " names");
            }
        }
        try (FakePeer peer = FakePeer.answering(normalReturn(Jrmp.STRINGS, number(1), new byte[] {0x73}));
                RemoteCaller caller = caller(peer.number(), LONG)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(UnmarshalException.class)
                    .hasMessageContaining("a name is expected");
        }
    }

    @Test
    void whatDoesNotGreetAsAServiceIsNamedSo() throws Exception {
        try (FakePeer peer = new FakePeer((in,
                out) -> out.write("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.US_ASCII)));
                RemoteCaller caller = caller(peer.number(), LONG)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(ConnectIOException.class)
                    .hasMessageContaining("is no Trunkline service");
        }
    }

    @Test
    void aSilentServerIsGivenUpAfterTheReadCap() throws Exception {
        try (FakePeer never = new FakePeer((in, out) -> in.transferTo(OutputStream.nullOutputStream()));
                RemoteCaller caller = new RemoteCaller(new Address.Tcp("127.0.0.1", never.number()), SHORT, SHORT)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(ConnectIOException.class);
        }
        try (FakePeer afterGreeting = new FakePeer((in, out) -> {
            FakePeer.greet(in, out);
            in.transferTo(OutputStream.nullOutputStream());
        }); RemoteCaller caller = caller(afterGreeting.number(), SHORT)) {
            assertThatThrownBy(caller::listNames).isInstanceOf(UnmarshalException.class)
                    .hasMessageContaining("no answer from");
        }
    }
}
