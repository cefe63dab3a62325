package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TickLayoutTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    private static final Instant START = Instant.EPOCH.plusNanos(0x0102030405060708L);

    private final FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, Coding.NO_APPS);
    private final FrameDecoder decoder = new FrameDecoder("", Coding.NO_APPS);

    @BeforeEach
    void defineTheInstrument() throws WireException {
        WireWriter out = new WireWriter(64);
        encoder.encode(Contract.builder().gateway("SIM").instrument(RB).name("rb").product(Product.FUTURES)
                .priceTick(0.2).build(), out);
        Coding.decode(out.toByteArray(), decoder);
    }

    private static Tick.Builder tick() {
        return Tick.builder().gateway("SIM").instrument(RB).time(START).name("rb");
    }

    private static Tick odd(int levels) {
        double[] depth = new double[levels * 4];
        Arrays.fill(depth, -0.1);
        return tick().volume(-0.1).turnover(-0.1).openInterest(-0.1).lastPrice(-0.1).lastVolume(-0.1).limitUp(-0.1)
                .limitDown(-0.1).openPrice(-0.1).highPrice(-0.1).lowPrice(-0.1).preClose(-0.1)
                .depth(Depth.ofLevels(depth)).localTime(Instant.EPOCH).build();
    }

    /** The frame, in an array that ends with it. */
    private byte[] encode(Tick tick) {
        WireWriter out = new WireWriter(0);
        encoder.encode(tick, out);
        return out.toByteArray();
    }

    private static String body(byte[] frame) {
        return HexFormat.of().formatHex(frame, Frames.HEADER, frame.length);
    }

    @Test
    void isWhatTheProtocolSays() {
        Tick tick = tick().lastPrice(60).openPrice(59.8).highPrice(60.2).lowPrice(0.15).volume(258).turnover(0.5)
                .depth(Depth.of(60, 1, 60.2, 0)).localTime(START.plusNanos(150)).name("x").build();

        assertThat(body(encode(tick))).isEqualTo(
                // last 2, open 1, high 1, low raw, three none, volume 2, turnover raw, two empty, local time 2,
                // one level, own name, and its codes 0, 1, 1, 0
                bits("0 000 001 001 000 1 001 010 000 000 111 010 110 110 110 111 001 001 010")
                + "0807060504030201" + "2c01" + "5802" + "01" + "02" + "333333333333c33f" + "0201" + "000000000000e03f"
                + "01" + "02" + "0178");
    }

    /** Eight bytes of the bits, the highest given first. */
    private static String bits(String text) {
        long value = Long.parseUnsignedLong(text.replace(" ", ""), 2);
        return HexFormat.of().toHexDigits(Long.reverseBytes(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void theLongestBodyFitsIntoWhatIsReservedForIt(int levels) throws WireException {
        Tick tick = odd(levels);

        byte[] frame = encode(tick);

        assertThat(frame.length).isLessThanOrEqualTo(Frames.HEADER + TickLayout.LONGEST - 8);
        assertThat(decoder.decode(frame, 0)).isEqualTo(tick);
    }

    @Test
    void aFrameAtTheEndOfItsArrayIsReadLikeAnyOther() throws WireException {
        Tick tick = tick().lastPrice(60).name("螺纹钢".repeat(300)).build();
        byte[] frame = encode(tick);
        for (int before : new int[] {0, 1, 1000}) {
            byte[] array = new byte[before + frame.length];
            System.arraycopy(frame, 0, array, before, frame.length);
            assertThat(decoder.decode(array, before)).isEqualTo(tick);
        }
    }

    @Test
    void aBodyThatIsShorterThanItsCodesSayIsRefusedEvenIfOtherBytesFollow() {
        byte[] frame = encode(odd(5));
        byte[] array = Arrays.copyOf(frame, frame.length + 1000);
        for (int length = Frames.HEADER; length < frame.length; length++) {
            WireWriter.INT.set(array, 0, length);
            assertThatThrownBy(() -> decoder.decode(array, 0)).as("%d bytes", length).isInstanceOf(WireException.class);
        }
    }

    @Test
    void sixAndSevenLevelsAreRefused() {
        byte[] frame = encode(tick().build());
        for (int levels : new int[] {6, 7}) {
            WireWriter.LONG.set(frame, Frames.HEADER, (long) levels << TickLayout.LEVELS);
            assertThatThrownBy(() -> decoder.decode(frame, 0)).isInstanceOf(WireException.class)
                    .hasMessageContaining("" + levels);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 127, 128, -128, -129, 1L << 39, -(1L << 39), -(1L << 39) - 1, 1L << 40,
            9_000_000_000_000_000_000L, -9_000_000_000_000_000_000L})
    void localTimesHoweverFarAwayComeBack(long distance) throws WireException {
        Tick tick = tick().time(Instant.EPOCH).localTime(Instant.EPOCH.plusNanos(distance)).build();
        assertThat(decoder.decode(encode(tick), 0)).isEqualTo(tick);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 65_535, 65_536, (1L << 24) - 1, 1L << 24, (1L << 32) - 1, 1L << 32,
            (1L << 40) - 1, 1L << 40, 1L << 53, -1})
    void wholeQuantitiesOfEveryLengthComeBack(long quantity) throws WireException {
        Event tick = tick().volume(quantity).turnover(quantity).openInterest(-quantity).lastVolume(quantity + 0.5)
                .build();
        assertThat(decoder.decode(encode((Tick) tick), 0)).isEqualTo(tick);
    }

    @Test
    void pricesFarFromTheLastOneComeBack() throws WireException {
        double far = 0.2 * (1L << 37);
        for (double last : List.of(0.0, -0.0, far, -far, 60.1, 4e300)) {
            Tick tick = tick().lastPrice(last).openPrice(far).highPrice(-far).lowPrice(0.2 * (1L << 39)).limitUp(-0.2)
                    .preClose(last).build();
            assertThat(decoder.decode(encode(tick), 0)).as("last price %s", last).isEqualTo(tick);
        }
    }
}
