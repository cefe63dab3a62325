package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrameCodecTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456789Z");

    private final Dictionary dictionary = new Dictionary();
    private final FrameEncoder encoder = new FrameEncoder(dictionary, 0, Coding.NO_APPS);
    private final WireWriter out = new WireWriter(64);

    private static Tick tick(double lastPrice) {
        return Tick.builder().gateway("SIM").instrument(RB).time(NOON).lastPrice(lastPrice).build();
    }

    private static Contract contract(double priceTick, String name) {
        return Contract.builder().gateway("SIM").instrument(RB).name(name).product(Product.FUTURES).priceTick(priceTick)
                .build();
    }

    private static Order order(String message, String owner) {
        return Order.builder().id(Id.of("SIM", "7")).gateway("SIM").instrument(RB).direction(Direction.LONG)
                .message(message).owner(owner).build();
    }

    private static List<Event> randomEvents(long seed, int count) {
        RandomEvents events = new RandomEvents(seed, "SIM", "CTP", "RPC.SIM", "R2.RPC.SIM");
        List<Event> list = new ArrayList<>();
        for (int i = 0; i < count; i++) list.add(events.next());
        return list;
    }

    @Test
    void everyEventComesBackEqual() throws WireException {
        long seed = System.nanoTime();
        List<Event> events = randomEvents(seed, 20_000);

        Coding.assertSame(Coding.roundTrip(events, ""), events, seed);
    }

    @Test
    void throughAGatewayEveryPathAndIdGetsItsNameBeforeIt() throws WireException {
        long seed = System.nanoTime();
        List<Event> events = randomEvents(seed, 5_000);

        Coding.assertSame(Coding.roundTrip(events, "RPC"), events.stream().map(event -> Coding.under("RPC", event))
                .toList(), seed);
    }

    @Test
    void aRelayAddsItsNameToThatOfTheRelayBefore() throws WireException {
        Order order = order("", "").toBuilder().id(Id.parse("SIM.7.8.9")).build();

        List<Event> once = Coding.roundTrip(List.of(order), "RPC");
        Order twice = (Order) Coding.roundTrip(once, "R2").get(0);

        assertThat(twice.gateway()).isEqualTo("R2.RPC.SIM");
        assertThat(twice.id()).isEqualTo(Id.parse("R2.RPC.SIM.7.8.9"));
        assertThat(twice).isEqualTo(order.at("R2.RPC.SIM"));
    }

    @Test
    void ticksOfEveryPriceTickAndDepthComeBackEqual() throws WireException {
        long seed = System.nanoTime();
        RandomEvents random = new RandomEvents(seed, "SIM");
        List<Event> events = new ArrayList<>();
        for (double priceTick : new double[] {1, 5, 0.2, 0.05, 0.01, 0.0001, 0.25, 2.5, 0.3}) {
            for (int i = 0; i < 500; i++) {
                Tick tick = random.tickAt(priceTick, i % 6);
                if (i % 10 == 0) events.add(contract(priceTick, "n").at("SIM").toBuilder().instrument(tick.instrument())
                        .build());
                events.add(tick);
            }
        }
        Coding.assertSame(Coding.roundTrip(events, ""), events, seed);
    }

    @Test
    void aTickWithOnlyItsStampTakesTheHeaderAndSixteenBytes() {
        encoder.define(tick(0), out);
        out.clear();
        encoder.encode(tick(0), out);
        assertThat(out.length()).isEqualTo(Frames.HEADER + 16);
    }

    @Test
    void aNewPriceTickInMidStreamIsDefinedAnewUnderTheSameNumber() throws WireException {
        List<Event> events = List.of(contract(1, "a"), tick(3001), contract(0.2, "a"), tick(3001.2), tick(3001.25),
                contract(0.2, "b"), tick(3001.4), contract(0.2, "b"), tick(7));
        byte[] frames = Coding.encode(events);

        assertThat(Coding.kinds(frames).stream().filter(kind -> kind == FrameKind.DEFINE_INSTRUMENT)).hasSize(3);
        assertThat(Coding.decode(frames, new FrameDecoder("", Coding.NO_APPS))).isEqualTo(events);
        Set<Integer> numbers = new HashSet<>();
        for (int at = 0; at < frames.length;
                at = Frames.end(frames, at, frames.length)) numbers.add(Frames.instrument(frames, at));
        assertThat(numbers).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void sequencesCountEveryFrameDefinitionsIncluded() throws WireException {
        byte[] frames = Coding.encode(List.of(order("", "bob"), tick(1), order("", "eve")));

        assertThat(Coding.kinds(frames)).containsExactly(FrameKind.DEFINE_GATEWAY, FrameKind.DEFINE_INSTRUMENT,
                FrameKind.DEFINE_OWNER, FrameKind.ORDER, FrameKind.TICK, FrameKind.DEFINE_OWNER, FrameKind.ORDER);
        assertThat(Coding.sequences(frames)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void timerEventsHaveNoFrame() {
        assertThat(encoder.encode(new TimerEvent(1, NOON), out)).isFalse();
        assertThat(out.length()).isZero();
        assertThat(encoder.sequence()).isZero();
    }

    @Test
    void anEventThatIsTooLongLeavesItsDefinitionsAndNoGap() throws WireException {
        Order tooLong = order("x".repeat(Protocol.MAX_FRAME), "bob");
        assertThatThrownBy(() -> encoder.encode(tooLong, out)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order not encoded").hasMessageContaining("longer than");
        assertThat(Coding.kinds(out.toByteArray()))
                .containsExactly(FrameKind.DEFINE_GATEWAY, FrameKind.DEFINE_INSTRUMENT,
                FrameKind.DEFINE_OWNER);

        encoder.encode(order("short", "bob"), out);

        byte[] frames = out.toByteArray();
        assertThat(Coding.sequences(frames)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Coding.decode(frames, new FrameDecoder("", Coding.NO_APPS))).containsExactly(order("short", "bob"));
    }

    @Test
    void whatADefinitionCannotHoldIsNotNumbered() throws WireException {
        String huge = "n".repeat(Protocol.MAX_FRAME + 1);
        List<Event> hopeless = List.of(contract(1, huge), order("", huge), tick(1).toBuilder().name(huge).build(),
                new LogEntry(huge, LogLevel.INFO, "", NOON), tick(1).toBuilder()
                        .instrument(new InstrumentId(huge, RB.exchange())).build());
        for (Event event : hopeless) {
            assertThatThrownBy(() -> encoder.encode(event, out)).isInstanceOf(IllegalArgumentException.class);
        }
        encoder.encode(contract(1, "short"), out);

        byte[] frames = out.toByteArray();
        assertThat(frames.length).isLessThan(1000);
        assertThat(Coding.decode(frames, new FrameDecoder("", Coding.NO_APPS))).containsExactly(contract(1, "short"));
    }

    @Test
    void removedIdsOfAnotherGatewayAreRefusedInsteadOfCutUp() {
        Resync wrong = new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(Id.parse("CTPX.7"))), NOON);
        assertThatThrownBy(() -> encoder.encode(wrong, out)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CTPX.7");
    }

    @Test
    void aFrameOutsideOfTheSequenceRepeatsTheLastNumber() throws WireException {
        encoder.encode(tick(1), out);
        long last = encoder.sequence();
        out.clear();
        encoder.encodeOutside(tick(2), out);
        assertThat(Coding.sequences(out.toByteArray())).containsExactly(last);
        assertThat(encoder.sequence()).isEqualTo(last);
    }

    @Test
    void aFrameOutsideOfTheSequenceThatFailsLeavesTheSequenceAsItWas() {
        encoder.encode(tick(1), out);
        long last = encoder.sequence();
        Tick tooLong = tick(1).toBuilder().name("x".repeat(Protocol.MAX_FRAME)).build();

        assertThatThrownBy(() -> encoder.encodeOutside(tooLong, out)).isInstanceOf(IllegalArgumentException.class);

        assertThat(encoder.sequence()).isEqualTo(last);
    }

    @Test
    void anImageHoldsWhatWasNumberedThenWhileNumberingGoesOn() throws Exception {
        List<Event> before = List.of(contract(1, "a"), order("", "bob"), tick(3001));
        for (Event event : before) encoder.encode(event, out);
        Dictionary.Image image = dictionary.image();
        encoder.encode(contract(0.2, "b"), out);
        encoder.encode(order("", "eve").at("CTP"), out);
        out.clear();

        WireWriter written = new WireWriter(64);
        List<byte[]> parts = new ArrayList<>();
        Definitions.writeAll(image, Coding.EVERYTHING, 9, written, 30, () -> {
            parts.add(written.toByteArray());
            written.clear();
        });
        FrameEncoder ofImage = FrameEncoder.ofImage(image, 9);
        for (Event event : before) ofImage.encode(event, written);
        parts.add(written.toByteArray());

        FrameDecoder decoder = new FrameDecoder("", Coding.NO_APPS);
        List<Event> after = new ArrayList<>();
        for (byte[] part : parts) {
            assertThat(Coding.sequences(part)).allMatch(sequence -> sequence == 9);
            after.addAll(Coding.decode(part, decoder));
        }
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anImageRefusesWhatIsNotInIt() {
        encoder.encode(tick(1), out);
        Dictionary.Image image = dictionary.image();
        InstrumentId later = InstrumentId.parse("IF2610.CFFEX");
        encoder.encode(tick(1).toBuilder().instrument(later).build(), out);
        FrameEncoder ofImage = FrameEncoder.ofImage(image, 1);
        WireWriter written = new WireWriter(64);

        assertThatThrownBy(() -> ofImage.encode(tick(1).toBuilder().instrument(later).build(), written))
                .hasMessageContaining("not in the image");
        assertThatThrownBy(() -> ofImage.encode(order("", "nobody"), written)).hasMessageContaining("not in the image");
        assertThatThrownBy(() -> ofImage.encode(tick(1).toBuilder().gateway("CTP").build(), written))
                .hasMessageContaining("not in the image");
        assertThat(written.length()).isZero();
    }

    @Test
    void aThousandInstrumentsAndOwnersKeepTheirNumbers() throws WireException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            InstrumentId instrument = InstrumentId.parse("x" + i % 1000 + ".DCE");
            events.add(order("", "owner" + i % 1000).toBuilder().instrument(instrument).build());
        }
        assertThat(Coding.roundTrip(events, "")).isEqualTo(events);
    }

    @Test
    void aSyntheticTickOfFiveLevelsTakesAtMost160Bytes() {
        double[] levels = new double[20];
        for (int level = 0; level < 5; level++) {
            levels[level * 4] = 3000 - level;
            levels[level * 4 + 1] = 1234 + level;
            levels[level * 4 + 2] = 3001 + level;
            levels[level * 4 + 3] = 2345 + level;
        }
        Tick full = Tick.builder().gateway("SIM").instrument(RB).time(NOON).name("rb").volume(1_234_567)
                .turnover(37_037_010_000.0).openInterest(2_345_678).lastPrice(3000).lastVolume(12).limitUp(3300)
                .limitDown(2700).openPrice(2990).highPrice(3010).lowPrice(2980).preClose(2995)
                .depth(Depth.ofLevels(levels)).localTime(NOON.plusMillis(3)).build();
        encoder.encode(contract(1, "rb"), out);
        out.clear();
        encoder.encode(full, out);
        assertThat(out.length()).isLessThanOrEqualTo(160);
    }

    @Test
    void decodingRefusesNumbersThatWereNeverGiven() {
        for (Event event : List.of(tick(1), order("", "bob"))) {
            out.clear();
            FrameEncoder fresh = new FrameEncoder(new Dictionary(), 0, Coding.NO_APPS);
            fresh.encode(event, out);
            out.clear();
            fresh.encode(event, out);
            assertThatThrownBy(() -> Coding.decode(out.toByteArray(), new FrameDecoder("RPC", Coding.NO_APPS)))
                    .isInstanceOf(WireException.class).hasMessageContaining("unknown");
        }
    }
}
