package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.ChildJvm;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Texts of 200 MB, lengths of 2 to the power of 31, objects in objects without end, and hundreds of strangers that each
 * announce much and send little: a server with a small heap goes on. It runs in a process that ends when it has no
 * memory.
 */
@Timeout(120)
class HeapAttackTest {

    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
    private static final int STRANGERS = 600;

    enum Attack {
        LONG_TEXT, LONG_ARRAY, DEEP, MANY_ANNOUNCE
    }

    private static byte[] bytes(int tag, long length) {
        return ByteBuffer.allocate(9).put((byte) tag).putLong(length).array();
    }

    /** A byte array up to its content. */
    private static byte[] announce(byte[] head, int length) throws IOException {
        byte[] call = Arrays.copyOf(head, head.length);
        ByteBuffer.wrap(call).putInt(call.length - 4, length);
        return call;
    }

    /** Sets in sets, whose reading takes 2 to the power of 100 steps. */
    private static Set<Object> endless() {
        Set<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Set<Object> next = new HashSet<>(Set.of("x"));
            Set<Object> empty = new HashSet<>();
            one.addAll(List.of(next, empty));
            other.addAll(List.of(next, empty));
            one = next;
            other = empty;
        }
        return root;
    }

    private static void sayLong(int port, byte[] start, byte[] part, int times) throws IOException {
        try (Socket socket = Stranger.connect(port, InetAddress.getLoopbackAddress())) {
            socket.getOutputStream().write(Stranger.join(Stranger.greeting(), start));
            for (int i = 0; i < times; i++) socket.getOutputStream().write(part);
            socket.shutdownOutput();
            socket.setSoTimeout(1_000);
            socket.getInputStream().readAllBytes();
        } catch (SocketTimeoutException e) {
            System.exit(3); // it is at it for ever
        } catch (SocketException e) {
            return; // it was cut off
        }
    }

    /** Waits until the other side has come to read what was said after the greeting, or is gone. */
    private static void awaitGreeting(Socket socket) throws IOException {
        try {
            socket.getInputStream().read();
        } catch (SocketException e) {
            return; // it was cut off
        }
    }

    /** Does one to an object's method and to the registry. */
    private static void attack(Attack attack, int port, byte[] id, Method method) throws IOException {
        byte[] array = Stranger.call(id, method, new byte[0]); // ends with the length
        byte[] head = Arrays.copyOf(array, 41);
        byte[] registry = Arrays.copyOf(Stranger.registry(2, "x"), 41);
        switch (attack) {
            case LONG_TEXT -> {
                byte[] part = new byte[1 << 20];
                Arrays.fill(part, (byte) 'x');
                for (byte[] each : List.of(head, registry)) {
                    sayLong(port, Stranger.join(each, bytes(0x7C, 200L << 20)), part, 200);
                }
            }
            case LONG_ARRAY -> {
                for (int length : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Integer.MIN_VALUE, 1 << 30}) {
                    sayLong(port, announce(array, length), new byte[100], 1);
                }
            }
            case DEEP -> sayLong(port, Stranger.call(id, method, endless()), new byte[0], 0);
            default -> {
                List<Socket> held = new ArrayList<>();
                for (int i = 0; i < STRANGERS; i++) {
                    Socket socket = Stranger.connect(port, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    socket.getOutputStream().write(Stranger.join(Stranger.greeting(),
                            announce(array, Protocol.MAX_REQUEST)));
                }
                for (Socket each : held) awaitGreeting(each);
                for (Socket each : held) each.close();
            }
        }
    }

    /** The process under attack: of a naive server by one, or of a service by all. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            try (NaiveServer naive = new NaiveServer()) {
                byte[] id = naive.export((NaiveServer.Open) any -> new byte[0]);
                attack(Attack.valueOf(arguments[0]), naive.number(), id,
                        NaiveServer.Open.class.getMethod("open", Object.class));
            }
            System.exit(0);
        }
        Method open = RpcService.class.getMethod("open", byte[].class);
        Method order = RpcSession.class.getMethod("sendOrder", byte[].class);
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            for (Attack attack : Attack.values()) {
                attack(attack, served.port(), TestClient.serviceId(client.caller()), open);
                if (attack == Attack.MANY_ANNOUNCE) continue; // a session is known to its client alone
                attack(attack, served.port(), client.opened().sessionId(), order);
            }
            served.mark(client, "1");
            client.session().beat(new Beat(0, System.nanoTime()).encode());
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println("lives with MiB " + (runtime.totalMemory() - runtime.freeMemory() >> 20));
        }
        System.exit(0);
    }

    @Test
    void aServerWithASmallHeapGoesOn() throws Exception {
        for (Attack attack : Attack.values()) {
            ChildJvm.Result naive = ChildJvm.run(SMALL, HeapAttackTest.class, attack.name());
            assertThat(naive.exitCode()).as("%s %s", attack, naive.output()).isEqualTo(3);
        }
        ChildJvm.Result served = ChildJvm.run(SMALL, HeapAttackTest.class);
        assertThat(served.exitCode()).as("%s", served.output()).isZero();
        assertThat(served.output()).containsPattern("lives with MiB [1-4]?\\d\\b");
    }
}
