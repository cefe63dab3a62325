package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.SubscribeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cut and every change of one byte of a message gives a value or the exceptions that are documented. */
@Timeout(60)
class MutationTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private interface Decoder {
        Object decode(byte[] bytes) throws WireException;
    }

    private record Message(String name, byte[] bytes, Decoder decoder) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Message> messages() {
        OrderRequest order = OrderRequest.limit("SIM", RB, Direction.LONG, Offset.OPEN, 1, 3000).withClientKey("k");
        QuoteRequest quote = QuoteRequest.of("SIM", RB, 1, 2, 3, 4, Offset.OPEN, Offset.OPEN);
        Bar bar = new Bar("SIM", RB, NOON, Interval.DAILY, 1, 2.5, 3, 4, 4, 5, 6);
        List<Event> events = new ArrayList<>();
        RandomEvents random = new RandomEvents(1, "SIM", "RPC.SIM");
        for (int i = 0; i < 30; i++) events.add(random.next());
        return Stream.of(
                new Message("order", Messages.encode(order), Messages::decodeOrder),
                new Message("quote", Messages.encode(quote), Messages::decodeQuote),
                new Message("cancel", Messages.encode(new CancelRequest(Id.parse("SIM.1"), RB)),
                        Messages::decodeCancel),
                new Message("cancel quote", Messages.encode(new CancelRequest(Id.parse("SIM.1"), RB)),
                        Messages::decodeCancelQuote),
                new Message("subscribe", Messages.encode(new SubscribeRequest("SIM", RB)), Messages::decodeSubscribe),
                new Message("unsubscribe", Messages.encode(new SubscribeRequest("SIM", RB)),
                        Messages::decodeUnsubscribe),
                new Message("history", Messages.encode(new HistoryRequest("SIM", RB, NOON, NOON, Interval.HOUR)),
                        Messages::decodeHistory),
                new Message("accepted", Messages.encode(Outcome.accepted(Id.parse("SIM.1"))), Messages::decodeOutcome),
                new Message("refused", Messages.encode(Outcome.refused("r", "m")), Messages::decodeOutcome),
                new Message("in doubt", Messages.encode(new Outcome.InDoubt("k", "m")), Messages::decodeOutcome),
                new Message("bars", Messages.encode(History.bars(List.of(bar, bar))), Messages::decodeBars),
                new Message("text", Messages.encodeText("some text"), Messages::decodeText),
                new Message("beat's answer", new BeatReply(7, 8).encode(), BeatReply::decode),
                new Message("look-up", new LookUp(LookUp.Kind.ORDERS, "SIM.1").encode(), LookUp::decode),
                new Message("look-up of tables", new LookUp(LookUp.Kind.MONITORS, "").encode(), LookUp::decode),
                new Message("tables", Tables.encode(List.of(
                        new Tables.Table("t", List.of("a", "b"), List.of(List.of("x", 1L), List.of(2.5, NOON))))),
                        Tables::decode),
                new Message("offers", Offers.encode(OffersTest.OFFERS), Offers::decode),
                new Message("open", new OpenRequest(1, "me", new byte[22], new byte[16], true, Epoch.random(), 5,
                        new byte[16], 7, "t", OpenRequest.NEVER).encode(),
                        OpenRequest::decode),
                new Message("beat", new Beat(3, -4).encode(), Beat::decode),
                new Message("opened", new OpenReply.Opened(new byte[22], Epoch.random(), 3, true, 9, 0).encode(),
                        OpenReply::decode),
                new Message("not opened", new OpenReply.Refused(new Refusal("r", "m")).encode(), OpenReply::decode),
                new Message("frames", Coding.encode(events), bytes -> LookUp.decodeReply(bytes, "")),
                new Message("frames through a gateway", Coding.encode(events),
                        bytes -> LookUp.decodeReply(bytes, "RPC")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theMessageItselfIsRead(Message message) throws WireException {
        assertThat(message.decoder.decode(message.bytes)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyCutGivesAValueOrADocumentedException(Message message) {
        for (int length = 0; length < message.bytes.length; length++) {
            check(message, Arrays.copyOf(message.bytes, length), "cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyChangedByteGivesAValueOrADocumentedException(Message message) {
        boolean large = message.bytes.length > 1000;
        for (int at = 0; at < message.bytes.length; at++) {
            for (int change = 1; change < 256; change = large ? change * 4 + 1 : change + 1) { // 1, 5, 21, 85 if large
                byte[] mutant = message.bytes.clone();
                mutant[at] ^= (byte) change;
                check(message, mutant, "byte " + at + " is " + mutant[at]);
            }
        }
    }

    private static void check(Message message, byte[] mutant, String what) {
        try {
            message.decoder.decode(mutant);
        } catch (WireException | IllegalArgumentException e) {
            // documented
        } catch (RuntimeException | Error e) {
            throw new AssertionError(message + ": " + what, e);
        }
    }

    /** All mutants in a small heap; with an argument, an array that does not fit into it. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) System.out.println(new byte[Integer.parseInt(arguments[0])].length);
        MutationTest test = new MutationTest();
        messages().forEach(message -> {
            test.everyCutGivesAValueOrADocumentedException(message);
            test.everyChangedByteGivesAValueOrADocumentedException(message);
        });
        System.out.println("all read");
    }

    @Test
    void noMutantMakesTheReaderAllocateMoreThanASmallHeapHolds() throws Exception {
        ChildJvm.Result proof = ChildJvm.run(List.of("-Xmx12m"), MutationTest.class, "" + (16 << 20));
        assertThat(proof.output()).contains("OutOfMemoryError").doesNotContain("all read");

        ChildJvm.Result result = ChildJvm.run(List.of("-Xmx12m"), MutationTest.class);
        assertThat(result.output()).contains("all read");
    }
}
