package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.JournalSync;
import io.trunkline.engine.TradingDay;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderJournalTest {

    private static final long PRINT = -7;
    private static final Sender SENDER = new Sender("k\u00e9", "al\u00edce", "grid", RB);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    private OrderJournal open(JournalSync sync, List<JournalRecord> records) throws IOException {
        return OrderJournal.open(folder, sync, now::get, records::add);
    }

    /** What the next engine would find. */
    private List<JournalRecord> kept() throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        open(JournalSync.WRITTEN, records).close();
        return records;
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".orders")).findFirst().orElseThrow();
        }
    }

    private void write(int records) throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            for (int i = 0; i < records; i++) journal.intent(Sender.unknown("k" + i), PRINT, "SIM");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryKindOfRecord(JournalSync sync) throws IOException {
        List<Outcome> outcomes = List.of(Outcome.accepted(Id.parse("RPC.SIM.7")), Outcome.refused("limit", "1 > 0"),
                new Outcome.InDoubt("k", "no answer"), new Outcome.NeverReceived("k"));
        try (OrderJournal journal = open(sync, new ArrayList<>())) {
            journal.intent(SENDER, PRINT, "RPC.SIM");
            outcomes.forEach(outcome -> journal.outcome("k", 1, outcome));
        }

        List<JournalRecord> expected = new ArrayList<>(List.of(new JournalRecord.Intent(SENDER, PRINT, "RPC.SIM")));
        outcomes.forEach(outcome -> expected.add(new JournalRecord.Result("k", 1, outcome)));
        assertThat(kept()).isEqualTo(expected);
    }

    @Test
    void goesOnWhereTheEngineBeforeEnded() throws IOException {
        write(2);
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(Sender.unknown("later"), PRINT, "SIM");
        }

        assertThat(kept()).extracting(JournalRecord::key).containsExactly("k0", "k1", "later");
    }

    @Test
    void growsPastOnePartOfItsFile() throws IOException {
        write(50_000);

        assertThat(kept()).hasSize(50_000);
        assertThat(Files.size(file())).isGreaterThan(1 << 20);
    }

    @Test
    void dropsATornLastRecordWhereverItWasTorn() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        int length = whole.length;
        write(0);
        for (int cut = 1; cut < (length - 8) / 3; cut++) {
            byte[] torn = Arrays.copyOf(whole, length - cut);
            Files.write(file(), torn);

            assertThat(kept()).as("without %s bytes", cut).extracting(JournalRecord::key).containsExactly("k0", "k1");
        }
    }

    @Test
    void appendsAfterATornRecordWithoutItsRemains() throws IOException {
        write(2);
        byte[] whole = Files.readAllBytes(file());
        whole[whole.length - 1] ^= 1;
        Files.write(file(), Arrays.copyOf(whole, whole.length + 3));

        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(Sender.unknown("x"), PRINT, "S");
        }

        assertThat(kept()).extracting(JournalRecord::key).containsExactly("k0", "x");
    }

    @Test
    void readsOnAfterADamagedRecord() throws IOException {
        write(3);
        byte[] bytes = Files.readAllBytes(file());
        bytes[8 + (bytes.length - 8) / 3 + 9] ^= 1; // within the second of three records of equal length
        Files.write(file(), bytes);

        assertThat(kept()).extracting(JournalRecord::key).containsExactly("k0", "k2");
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            assertThat(journal.isLasting()).as("it knows everything").isFalse();
        }
    }

    @Test
    void readsAFileOfTheVersionThatDidNotKeepSendersAndGoesOnInIt() throws IOException {
        write(1); // of nobody known, as all records of that version are
        byte[] bytes = Files.readAllBytes(file());
        bytes[7] = '1';
        Files.write(file(), bytes);

        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(SENDER, PRINT, "SIM");
        }

        assertThat(kept()).containsExactly(new JournalRecord.Intent(Sender.unknown("k0"), PRINT, "SIM"),
                new JournalRecord.Intent(SENDER, PRINT, "SIM"));
        assertThat(Files.readAllBytes(file())).as("so that the other version refuses it")
                .startsWith("TLJOURN2".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesAFileThatIsNone() throws IOException {
        write(1);
        Files.writeString(file(), "something else altogether");

        assertThatThrownBy(this::kept).isInstanceOf(IOException.class).hasMessageContaining("not an order journal")
                .hasMessageContaining("move it away");
    }

    @Test
    void beginsAFileForEachTradingDayAndKeepsThemForFiveDays() throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            for (int i = 0; i < 8; i++) {
                journal.outcome("day" + i, PRINT, Outcome.accepted(Id.parse("SIM.1")));
                now.set(now.get().plus(Duration.ofDays(1)));
            }
        }

        assertThat(kept()).extracting(JournalRecord::key).containsExactly("day3", "day4", "day5", "day6", "day7");
    }

    @Test
    void goesOnInItsFileThoughTheClockIsSetBack() throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(Sender.unknown("before"), PRINT, "SIM");
            now.set(NOON.minus(Duration.ofDays(2)));
            journal.intent(Sender.unknown("after"), PRINT, "SIM");
        }
        now.set(NOON);

        assertThat(kept()).extracting(JournalRecord::key).containsExactly("before", "after");
    }

    @Test
    void neverGoesBackToAnEarlierFileWhereverTheClockIs() throws IOException {
        now.set(NOON.plus(Duration.ofDays(1)));
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(Sender.unknown("ahead"), PRINT, "SIM");
        }
        now.set(NOON);
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.outcome("ahead", PRINT, new Outcome.NeverReceived("ahead"));
            now.set(NOON.plus(Duration.ofDays(1)));
            journal.intent(Sender.unknown("ahead"), PRINT, "SIM");
        }

        assertThat(kept()).extracting(record -> record.getClass().getSimpleName())
                .containsExactly("Intent", "Result", "Intent");
    }

    @Test
    void keepsTheNewestFilesThoughItIsOpenedInAWrongYear() throws IOException {
        write(1);
        now.set(NOON.plus(Duration.ofDays(400)));
        write(2);
        now.set(NOON);

        assertThat(kept()).extracting(JournalRecord::key).as("the first once more, for it is open")
                .containsExactly("k0", "k0", "k0", "k1");
    }

    @Test
    void takesWhatIsOpenAlongIntoEachNewDay() throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            journal.intent(Sender.unknown("open"), PRINT, "SIM");
            journal.outcome("open", PRINT, new Outcome.InDoubt("open", "no answer"));
            journal.intent(Sender.unknown("done"), PRINT, "SIM");
            journal.outcome("done", PRINT, Outcome.accepted(Id.parse("SIM.1")));
            for (int i = 0; i < 8; i++) {
                now.set(now.get().plus(Duration.ofDays(1)));
                journal.intent(Sender.unknown("day" + i), PRINT, "SIM");
                journal.outcome("day" + i, PRINT, Outcome.accepted(Id.parse("SIM.1")));
            }
        }

        assertThat(kept()).extracting(JournalRecord::key).contains("open", "day7").doesNotContain("done", "day2");
    }

    @Test
    void isNotClosedByAnInterruptedSender() throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            Thread.currentThread().interrupt();
            for (int i = 0; i < 50_000; i++) journal.intent(Sender.unknown("k" + i), PRINT, "SIM");
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(kept()).hasSize(50_000);
    }

    @Test
    void beginsAnewInAFileOfWhichNothingCameToTheDisk() throws IOException {
        write(1);
        Files.write(file(), new byte[4096]);

        assertThat(kept()).isEmpty();
        write(1);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void givesTheNextEngineItsIdentity() throws IOException {
        UUID identity;
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            identity = journal.identity();
        }
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            assertThat(journal.identity()).isEqualTo(identity);
            assertThat(journal.isLasting()).isTrue();
        }
    }

    @Test
    void belongsToOneEngineAtATime() throws IOException {
        try (OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>())) {
            assertThatThrownBy(this::kept).isInstanceOf(IOException.class).hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another engine");
            journal.intent(Sender.unknown("k"), PRINT, "SIM");
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void keepsNoIntentOnceItIsClosed() throws IOException {
        OrderJournal journal = open(JournalSync.WRITTEN, new ArrayList<>());
        journal.close();
        journal.close();

        assertThatThrownBy(() -> journal.intent(Sender.unknown("k"), PRINT, "SIM"))
                .isInstanceOf(UncheckedIOException.class);
        journal.outcome("k", PRINT, Outcome.accepted(Id.parse("SIM.1")));
        assertThat(kept()).isEmpty();
    }

    @Test
    void knowsTheTradingDayOfANightSession() {
        assertThat(TradingDay.of(Instant.parse("2026-11-26T09:59:59Z"))).hasToString("2026-11-26");
        assertThat(TradingDay.of(Instant.parse("2026-11-26T10:00:00Z"))).hasToString("2026-11-27");
    }
}
