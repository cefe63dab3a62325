package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All 22,754 rows of the shipped session through a gateway, against a plain reading of the files. */
@Timeout(60)
class ShippedSessionTest {

    private static final RecordingSink SINK = new RecordingSink();
    private static final SimGateway GATEWAY =
            new SimGateway(GatewayContext.of("SIM", SINK, InstantSource.fixed(Desk.NOW)));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");

    @BeforeAll
    static void replayAll() throws Exception {
        GATEWAY.connect(Settings.parse(SimSettings.DESCRIPTORS, Map.of("speed", "max")));
        SINK.awaitLog("the recording is over");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    private static List<Tick> published(String symbol) {
        InstrumentId instrument = InstrumentId.parse(symbol + ".CZCE");
        return SINK.of(Tick.class).stream().filter(tick -> tick.instrument().equals(instrument)).toList();
    }

    /** The rows of a file without its header, each split at the commas. */
    private static List<String[]> recorded(String symbol) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                ShippedSessionTest.class.getResourceAsStream("ctp-" + symbol + "-20200810.csv.gz")),
                        StandardCharsets.UTF_8))) {
            return new ArrayList<>(in.lines().skip(1).map(line -> line.replace("\"", "").split(",")).toList());
        }
    }

    private static Instant time(String[] row) {
        return LocalDateTime.parse(row[43] + " " + row[20], TIME).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(SINK.of(Tick.class)).hasSize(22_752);
        assertThat(GATEWAY.monitors().get(0).rows().get()).contains(
                List.of("rows read", 22_754L), List.of("published", 22_752L),
                List.of("skipped: evening before", 2L), List.of("skipped: malformed", 0L));
    }

    @ParameterizedTest
    @CsvSource({"AP010, 12770", "AP101, 9984"})
    void eachRowButTheFirstIsPublishedOnceInTheFilesOrder(String symbol, int rows) throws Exception {
        List<String[]> recorded = recorded(symbol);
        List<Tick> published = published(symbol);
        assertThat(recorded).hasSize(rows);
        assertThat(published).hasSize(rows - 1);

        double volume = 0;
        for (int i = 0; i < published.size(); i++) {
            String[] row = recorded.get(i + 1);
            Tick tick = published.get(i);
            assertThat(new double[] {tick.lastPrice(), tick.preClose(), tick.openPrice(), tick.highPrice(),
                    tick.lowPrice(),
                    tick.volume(), tick.turnover(), tick.openInterest(), tick.limitUp(), tick.limitDown(),
                            tick.bidPrice(),
                    tick.bidVolume(), tick.askPrice(), tick.askVolume(), tick.lastVolume()})
                    .as("row %s of %s", i + 2, symbol)
                    .isEqualTo(new double[] {of(row, 4), of(row, 6), of(row, 8), of(row, 9), of(row, 10), of(row, 11),
                            of(row, 12), of(row, 13), of(row, 16), of(row, 17), of(row, 22), of(row, 23), of(row, 24),
                            of(row, 25), of(row, 11) - volume});
            assertThat(tick.time()).isEqualTo(time(row));
            assertThat(tick.depth().levels()).isEqualTo(1);
            volume = tick.volume();
        }
    }

    private static double of(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    @Test
    void timeNeverGoesBackOverBothFilesAndEqualTimesKeepTheFilesOrder() {
        List<Tick> ticks = SINK.of(Tick.class);
        for (int i = 1; i < ticks.size(); i++) {
            Tick before = ticks.get(i - 1);
            Tick tick = ticks.get(i);
            assertThat(tick.time()).isAfterOrEqualTo(before.time());
            if (tick.time().equals(before.time())) {
                assertThat(before.instrument().symbol()).isLessThanOrEqualTo(tick.instrument().symbol());
            }
        }
    }

    @Test
    void theDayBeginsWithTheAuctionAndEndsWithTheDoubledLastSecond() {
        List<Tick> ticks = published("AP010");

        assertThat(ticks.get(0)).extracting(Tick::volume, Tick::lastVolume, Tick::name)
                .containsExactly(360.0, 360.0, "苹果010");
        assertThat(ticks.get(0).time()).isEqualTo("2020-08-10T00:59:00Z");
        assertThat(ticks.get(ticks.size() - 1).time()).isEqualTo(ticks.get(ticks.size() - 2).time());
        assertThat(ticks.get(ticks.size() - 1).lastVolume()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ctp-AP010-20200810.csv.gz, f078a0338c050e94", "ctp-AP101-20200810.csv.gz, 5fc7a21de0022c1a",
            "shfe-ru1901-min1-201812.csv.gz, 46be9206e86e465f", "shfe-ru1901-day.csv, 0582e6a8cdc42c9c"})
    void theFilesAreTheBytesThatTheReadmeAttributes(String name, String hash) throws Exception {
        try (InputStream in = ShippedSessionTest.class.getResourceAsStream(name);
                InputStream readme = ShippedSessionTest.class.getResourceAsStream("README.md")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            String sha = String.format("%064x", new BigInteger(1, digest));

            assertThat(sha).startsWith(hash);
            assertThat(new String(readme.readAllBytes(), StandardCharsets.UTF_8)).contains(name, sha, "Apache-2.0");
        }
    }
}
