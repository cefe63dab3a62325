package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.ChildJvm;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Line breaks, terminal escapes, marks that turn the writing direction, and very long texts in every field that a
 * client fills: neither the program's log nor the files of the home get a line that a client made up, or one that
 * steers a terminal; and log-ins that are refused do not fill them.
 */
@Timeout(60)
class TextAttackTest {

    private static final String FORGED = "2026-11-26 forged";
    private static final String EVIL =
            "x\r\n" + FORGED + "\u001b[2J\u202e\u2028\u009b\u4e2d" + "y".repeat(3_000) + "\r";
    private static final String SHORT = EVIL.substring(0, 40);
    private static final int REFUSED = 400;

    @TempDir
    private Path folder;

    /** A text that may stand where it is put, of as many bytes. */
    private static String standIn(String text) {
        return "Q".repeat(text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** As much of it as fits where texts are short. */
    private static String labelOf(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    private static byte[] replaced(byte[] message, String text) {
        String bytes = new String(message, StandardCharsets.ISO_8859_1);
        String evil = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replace(standIn(text), evil).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] login(String name, String token) {
        byte[] random = new byte[EventStream.SECRET_LENGTH];
        new SecureRandom().nextBytes(random);
        return new OpenRequest(Protocol.VERSION, name, new byte[22], random, false, Epoch.NONE, 0, random, 0, token,
                OpenRequest.NEVER).encode();
    }

    private static OrderRequest buy(String gateway, InstrumentId instrument) {
        return OrderRequest.limit(gateway, instrument, Direction.LONG, Offset.OPEN, 1, 3000);
    }

    /** Requests with a text in each field that may hold one. */
    private static Map<String, List<byte[]>> requests(String text) {
        String q = standIn(text);
        String label = standIn(labelOf(text));
        InstrumentId odd = new InstrumentId(label, Served.RB.exchange());
        CancelRequest cancel = new CancelRequest(new Id("FAKE." + q), Served.RB);
        return Map.of(
                "sendOrder", List.of(Messages.encode(Served.BUY.withReference(label)),
                        Messages.encode(Served.BUY.withClientKey(label)),
                        Messages.encode(Served.BUY.withClientKey(label)),
                        Messages.encode(buy(q, Served.RB)), Messages.encode(buy("FAKE", odd))),
                "cancelOrder", List.of(Messages.encode(cancel)),
                "subscribe", List.of(Messages.encode(new SubscribeRequest(q, Served.RB)),
                        Messages.encode(new SubscribeRequest("FAKE", odd))),
                "outcome", List.of(Messages.encodeText(q)),
                "queryAccounts", List.of(Messages.encodeText(q)),
                "lookUp", List.of(new LookUp(LookUp.Kind.ORDERS, q).encode()),
                "act", List.of(new ActionRequest(q, "a", Map.of()).encode(), new ActionRequest("RpcService", q,
                        Map.of()).encode(), new ActionRequest("RpcService", "disconnect", Map.of(q, q)).encode(),
                        new ActionRequest("RpcService", "disconnect", Map.of("session", q)).encode()),
                "beat", List.of(Messages.encodeText(q)));
    }

    /** The process under attack; its output is its log. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Method open = RpcService.class.getMethod("open", byte[].class);
        try (Served served = Served.startIn(home.resolve("open"), "audit", "on");
                TestClient client = served.client("a")) {
            for (String text : List.of(EVIL, SHORT, "\u202eevil", "a\u2028" + FORGED, "a\u2066b")) {
                Stranger.hear(served.port(), Stranger.call(TestClient.serviceId(client.caller()), open,
                        login(text, text)));
                for (Map.Entry<String, List<byte[]>> each : requests(text).entrySet()) {
                    Method method = RpcSession.class.getMethod(each.getKey(), byte[].class);
                    for (byte[] request : each.getValue()) {
                        Stranger.hear(served.port(), Stranger.call(client.opened().sessionId(), method,
                                replaced(replaced(request, text), labelOf(text))));
                    }
                }
            }
            System.out.println("orders " + served.gateway.asked.size());
            served.mark(client, "1");
        }
        String clients = TokensFile.write(home, "tom role=trader");
        try (Served served = Served.startIn(home.resolve("closed"), "clients", clients);
                TestClient tom = TestClient.open(served.app.status(), new TestClient.Manners("tom", false,
                        Protocol.VERSION, null, TokensFile.tokenOf("tom")))) {
            RpcService service = TestClient.service(tom.caller());
            for (int i = 0; i < REFUSED; i++) {
                service.open(login(i == 0 ? "\u202eevil" : "eve", i % 2 == 0 ? "beef" : SHORT));
            }
            System.out.println("refused " + served.figure("clients refused"));
        }
        System.exit(0);
    }

    private static void assertHarmless(String what, List<String> lines) {
        assertThat(lines).as(what).noneMatch(line -> line.startsWith(FORGED))
                .allMatch(line -> PlainText.of(line.replace('\t', ' ')).equals(line.replace('\t', ' ')))
                .allMatch(line -> line.length() < 10_000);
    }

    @Test
    void noTextOfAClientForgesALineAndNoFloodOfThemFillsTheLog() throws Exception {
        List<String> naiveLog = new ArrayList<>();
        try (NaiveServer naive = new NaiveServer()) {
            byte[] id = naive.export((RpcService) request -> {
                naiveLog.addAll(("a client says " + new String(request, StandardCharsets.UTF_8)).lines().toList());
                return request;
            });
            Stranger.hear(naive.number(), Stranger.call(id, RpcService.class.getMethod("open", byte[].class),
                    EVIL.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(naiveLog).anyMatch(line -> line.startsWith(FORGED)).anyMatch(line -> line.contains("\u001b"));

        ChildJvm.Result result = ChildJvm.run(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dstderr.encoding=UTF-8", "-Dfile.encoding=UTF-8"), TextAttackTest.class, folder.toString());
        List<String> log = List.of(result.output().split("\n"));
        assertThat(result.output()).containsPattern("orders [1-9]").contains("refused " + REFUSED);
        assertHarmless("log", log);
        assertThat(log).filteredOn(line -> line.contains("got no session") || line.contains("may not come in"))
                .hasSizeLessThan(REFUSED / 4);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(path -> path.toString().endsWith(".log")).toList();
        }
        assertThat(files).extracting(path -> path.getParent().getFileName().toString()).contains("audit");
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            assertHarmless(file.toString(), lines);
            assertThat(lines).filteredOn(line -> line.contains("denied")).hasSizeLessThan(REFUSED / 4);
            assertThat(lines).noneMatch(line -> line.contains("beef"));
        }
    }
}
