package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.faults.Entry;
import io.trunkline.faults.Entry.Kind;
import io.trunkline.faults.Findings;
import io.trunkline.faults.Findings.Fault;
import io.trunkline.faults.History;
import io.trunkline.faults.HistoryChecker;
import io.trunkline.faults.TickTrail;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {

    private static final Entry BROKEN = new Entry(Kind.BROKEN, "", "");
    private static final Entry WHOLE = new Entry(Kind.WHOLE, "", "");
    private static final Entry A1 = new Entry(Kind.ORDER, "X.a", "NOTTRADED");
    private static final Entry A2 = new Entry(Kind.ORDER, "X.a", "PARTTRADED");
    private static final Entry A3 = new Entry(Kind.ORDER, "X.a", "ALLTRADED");
    private static final Entry T1 = new Entry(Kind.TRADE, "X.t1", "");
    private static final Entry T2 = new Entry(Kind.TRADE, "X.t2", "");
    private static final Entry L1 = new Entry(Kind.LOG, "X", "log 1");
    private static final Entry GONE_A = new Entry(Kind.REMOVED, "X.a", "ORDER");
    private static final Entry GONE_T1 = new Entry(Kind.REMOVED, "X.t1", "TRADE");

    private final HistoryChecker checker = producing(HistoryChecker.strict());

    private static HistoryChecker producing(HistoryChecker checker) {
        List.of(A1, T1, A2, L1, T2, A3).forEach(checker::produced);
        return checker;
    }

    private static Findings check(Entry... seen) {
        return check(producing(HistoryChecker.strict()), seen);
    }

    private static Findings check(HistoryChecker checker, Entry... seen) {
        History history = checker.consumer("c");
        for (Entry entry : seen) history.add(entry);
        return checker.check(List.of(history));
    }

    private static void assertOnly(Findings findings, Fault fault, int count) {
        assertThat(findings.isClean()).isFalse();
        for (Fault each : Fault.values()) {
            assertThat(findings.count(each)).as("%s in %s", each, findings).isEqualTo(each == fault ? count : 0);
        }
    }

    @Test
    void aHistoryThatIsTheProducersIsClean() {
        assertThat(check(WHOLE, A1, T1, A2, L1, T2, A3).toString()).isEqualTo("6 entries compared, clean");
    }

    @Test
    void aSnapshotInAnyOrderStandsForWhatWasBefore() {
        assertThat(check(T1, A2, WHOLE, T2, A3).isClean()).as("the log entry is in no snapshot").isTrue();
        assertThat(check(A3, T2, T1, WHOLE).isClean()).isTrue();
    }

    @Test
    void anEntryMissingWhileWholeIsLost() {
        assertOnly(check(WHOLE, A1, T1, A2, T2, A3), Fault.LOST, 1);
        assertOnly(check(WHOLE, A1, T1, A3), Fault.LOST, 3);
    }

    @Test
    void anEntryMissingAtTheEndIsLostOnlyIfTheConsumerHadToSeeIt() {
        History early = checker.consumer("ended early");
        List.of(WHOLE, A1, T1, A2, L1, T2).forEach(early::add);

        assertThat(checker.check(List.of()).isClean()).isTrue();
        assertOnly(checker.check(List.of(early)), Fault.LOST, 1);
    }

    @Test
    void aTradeThatIsNeitherInTheSnapshotNorAfterItIsLost() {
        assertOnly(check(A2, WHOLE, T2, A3), Fault.LOST, 1);
        assertOnly(check(WHOLE, A1, T1, BROKEN, WHOLE, A3), Fault.LOST, 1);
    }

    @Test
    void aStateThatIsOlderThanTheSnapshotsIsLost() {
        assertOnly(check(T1, A1, WHOLE, T2, A3), Fault.LOST, 1);
    }

    @Test
    void whatAnUnfinishedSnapshotLacksIsLostAtTheEnd() {
        assertOnly(check(T1, T2), Fault.LOST, 1);
    }

    @Test
    void anEntrySeenTwiceIsDuplicated() {
        assertOnly(check(WHOLE, A1, T1, T1, A2, L1, T2, A3), Fault.DUPLICATED, 1);
        assertOnly(check(T1, A2, WHOLE, L1, T2, A3, T1), Fault.DUPLICATED, 1);
        assertOnly(check(WHOLE, A1, T1, A2, L1, BROKEN, T2, A3, T1, WHOLE), Fault.DUPLICATED, 1);
    }

    @Test
    void anEntryAfterALaterOneIsReordered() {
        Findings findings = check(WHOLE, A1, A2, T1, L1, T2, A3);

        assertThat(findings.count(Fault.REORDERED)).isEqualTo(1);
    }

    @Test
    void anOrderThatGoesBackwardsInASnapshotIsReordered() {
        assertOnly(check(T1, T2, A3, A2, WHOLE), Fault.REORDERED, 1);
    }

    @Test
    void anEntryThatNobodyProducedIsInvented() {
        assertOnly(check(WHOLE, A1, T1, A2, L1, new Entry(Kind.TRADE, "X.t9", ""), T2, A3), Fault.INVENTED, 1);
        assertOnly(check(WHOLE, A1, T1, A2, L1, T2, new Entry(Kind.ORDER, "X.a", "CANCELLED"), A3),
                Fault.INVENTED, 1);
    }

    @Test
    void aRemovedRecordMayComeAnewButNotATrade() {
        assertThat(check(WHOLE, A1, T1, A2, L1, T2, A3, BROKEN, GONE_A, WHOLE, BROKEN, A3, WHOLE).isClean()).isTrue();
        assertOnly(check(WHOLE, A1, T1, A2, L1, T2, A3, BROKEN, GONE_T1, T1, WHOLE), Fault.DUPLICATED, 1);
    }

    @Test
    void positionsThatComeBackToAValueAreNoFaultWhereOnlyOrdersAndTradesAreInOrder() {
        HistoryChecker tolerant = HistoryChecker.ofOrdersAndTrades();
        Entry flat = new Entry(Kind.POSITION, "X.p", "0");
        Entry held = new Entry(Kind.POSITION, "X.p", "1");
        List.of(flat, held, flat).forEach(tolerant::produced);

        assertThat(check(tolerant, WHOLE, flat, flat, held).isClean()).isTrue();
        assertOnly(check(tolerant, WHOLE, flat, held, held), Fault.DUPLICATED, 1);
    }

    @Test
    void ticksThatAreMissingAreCountedBesideThoseThatWereSaidToBeLeftOut() {
        History history = checker.consumer("c");
        for (int number : new int[] {1, 2, 5, 9}) history.add(new Entry(Kind.TICK, "rb", Integer.toString(number)));
        history.add(new Entry(Kind.CONFLATED, "", "5"));
        history.add(new Entry(Kind.LOST, "", ""));
        history.add(new Entry(Kind.TICK, "rb", "40"));

        assertThat(history.ticks()).isEqualTo(new TickTrail.Counts(5, 5, 5, 0));
        history.add(new Entry(Kind.TICK, "rb", "39"));
        assertThat(checker.check(List.of()).count(Fault.REORDERED)).isEqualTo(1);
    }

    @Test
    void booksThatDifferAreNamedByRecord() {
        Findings findings = checker.check(List.of());

        checker.compareBooks("c", List.of(A3, T1), List.of(A2, T1, T2), findings);

        assertOnly(findings, Fault.DIFFERENT, 2);
        assertThat(findings.toString()).contains("ORDER X.a is PARTTRADED instead of ALLTRADED")
                .contains("TRADE X.t2 is  instead of nothing");
    }
}
