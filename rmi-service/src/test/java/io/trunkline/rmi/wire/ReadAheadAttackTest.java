package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Strangers say much that nobody answers: a port in a process with little memory for buffers reads it all. */
@Timeout(60)
class ReadAheadAttackTest {

    private static final int STRANGERS = 20;
    private static final int ACKNOWLEDGEMENTS = 12_000;
    private static final int LENGTH = 15; // of one
    private static final int PING = 0x52;
    private static final int PING_ANSWER = 0x53;

    /** Says much, and waits until the port has read it. */
    private static void sayMuch(Socket socket) throws IOException {
        byte[] much = new byte[ACKNOWLEDGEMENTS * LENGTH + 1];
        for (int at = 0; at < much.length; at += LENGTH) much[at] = 0x54;
        much[much.length - 1] = PING;
        socket.getOutputStream().write(Stranger.join(Stranger.greeting(), much));
        int heard = 0;
        while (heard != PING_ANSWER && heard >= 0) heard = socket.getInputStream().read();
        if (heard < 0) throw new EOFException("the port ended the connection");
    }

    /** The process with little memory. */
    public static void main(String[] arguments) throws Exception {
        List<Socket> held = new ArrayList<>();
        try (Exports exports = new Exports(Exports.LIMITS)) {
            exports.export(Servant.echo(), Filters.forService());
            for (int i = 0; i < STRANGERS; i++) {
                Socket socket = Stranger.connect(exports.number(), InetAddress.getLoopbackAddress());
                held.add(socket);
                sayMuch(socket);
            }
            System.out.println(exports.port().connections() + " are heard");
            for (Socket each : held) each.close();
        }
        System.exit(0);
    }

    @Test
    void whatStrangersSayIsNotReadFarAhead() throws Exception {
        ChildJvm.Result result = ChildJvm.run(List.of("-XX:MaxDirectMemorySize=1m"), ReadAheadAttackTest.class);
        assertThat(result.output()).contains(STRANGERS + " are heard").doesNotContain("OutOfMemoryError");
    }
}
