package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Canary;
import io.trunkline.rmi.wire.LogLines;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.rmi.Remote;
import java.rmi.server.ObjID;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server's answers tell about its inside: stack traces, paths, names of classes, the platform's version. */
@Timeout(60)
class AnswersAttackTest {

    private static final String[] INSIDE = {"io.trunkline", "io/trunkline", "StackTrace", ".java", "sun.rmi",
        "java.base", "Exception", "/secret/place"};

    /** Calls that fail in as many ways as there are, for an object with an id. */
    private static Map<String, byte[]> failing(byte[] id, Class<? extends Remote> type) throws Exception {
        Map<String, byte[]> calls = new LinkedHashMap<>();
        for (Method method : type.getMethods()) {
            String name = method.getName() + " of ";
            byte[] good = Stranger.call(id, method, new byte[] {1, 2, 3});
            calls.put(name + "garbage", good);
            calls.put(name + "nothing", Stranger.call(id, method, null));
            calls.put(name + "a foreign object", Stranger.call(id, method, new Canary()));
            calls.put(name + "half an argument", Arrays.copyOf(good, good.length - 2));
            calls.put(name + "another object", Stranger.mutant(good, 9, 1));
            calls.put(name + "a number", Stranger.mutant(good, 30, 0x80));
            calls.put(name + "an unknown fingerprint", Stranger.mutant(good, 36, 1));
            calls.put(name + "a stream that is none", Stranger.mutant(good, 2, 1));
            calls.put(name + "two at once", Stranger.join(Stranger.call(id, method, new byte[0]),
                    Stranger.call(id, method, new Canary())));
        }
        for (int number = 0; number < 6; number++) {
            calls.put("registry " + number, Stranger.registry(number, "none", new Canary()));
            calls.put("registry, look up " + number, Stranger.registry(number, "none"));
            calls.put("collector " + number, Stranger.collector(number, new Canary(), 1L, new ObjID(), true));
        }
        return calls;
    }

    private static String heard(int port, byte[] call) throws IOException {
        return new String(Stranger.hear(port, call), StandardCharsets.ISO_8859_1);
    }

    @Test
    void noAnswerTellsOfTheServersInside() throws Exception {
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export((RpcService) request -> {
                throw new IllegalStateException("/secret/place");
            });
            StringBuilder all = new StringBuilder();
            for (byte[] call : failing(id, RpcService.class).values()) all.append(heard(naive.number(), call));
            assertThat(all).contains("io.trunkline", "StackTrace", ".java", "sun.rmi", "java.base", "/secret/place");
        }
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            served.gateway.onOrder = order -> {
                throw new IllegalStateException("/secret/place");
            };
            Map<String, byte[]> calls = failing(client.opened().sessionId(), RpcSession.class);
            calls.putAll(failing(TestClient.serviceId(client.caller()), RpcService.class));
            for (String closing : List.of("garbage", "nothing", "two at once", "a number")) {
                calls.remove("close of " + closing);
            }
            for (Map.Entry<String, byte[]> each : calls.entrySet()) {
                assertThat(heard(served.port(), each.getValue())).as(each.getKey()).doesNotContain(INSIDE);
            }
            assertThat(served.sessions()).as("all the time").isEqualTo(1);
            try (TestClient other = served.client("b"); LogLines log = new LogLines()) {
                byte[] order = Stranger.call(other.opened().sessionId(), RpcSession.class.getMethod("sendOrder",
                        byte[].class), Messages.encode(Served.BUY));
                assertThat(heard(served.port(), order)).contains("gateway FAKE failed").doesNotContain(INSIDE);
                assertThat(log.text()).as("but in the log").contains("/secret/place");
            }
        }
    }
}
