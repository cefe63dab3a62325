package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.swing.JTable;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import org.junit.jupiter.api.Test;

class RecordTableTest {

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final RecordTable<Order> orders = new RecordTable<>(TableKinds.ORDERS, texts);
    private final RecordTable<Order> active = new RecordTable<>(TableKinds.ACTIVE, texts);

    @Test
    void newRowsAreOnTopAndChangedOnesStayInPlace() {
        orders.apply(changed(order(1, 10, Status.NOTTRADED), order(2, 20, Status.NOTTRADED)));
        List<String> told = new ArrayList<>();
        orders.addTableModelListener(event -> told.add(
                event.getType() + " " + event.getFirstRow() + " " + event.getLastRow()));

        orders.apply(changed(order(1, 11, Status.NOTTRADED), order(3, 30, Status.NOTTRADED)));

        assertThat(prices(orders)).containsExactly(30.0, 20.0, 11.0);
        assertThat(told).containsExactly("0 1 1", "1 0 0");
    }

    @Test
    void activeOrdersLeaveOnceTheyCannotTradeAnyMore() {
        active.apply(changed(order(1, 10, Status.NOTTRADED), order(2, 20, Status.PARTTRADED),
                order(3, 30, Status.REJECTED)));
        active.apply(changed(order(1, 10, Status.CANCELLED)));
        active.apply(changed(order(2, 21, Status.PARTTRADED)));

        assertThat(prices(active)).containsExactly(21.0);
    }

    @Test
    void removedRecordsVanishAndTheOthersAreStillFound() {
        orders.apply(changed(IntStream.range(0, 1000).mapToObj(n -> order(n, n, Status.NOTTRADED))
                .toArray(Order[]::new)));

        orders.apply(new Changes<>(Set.of(id(0), id(500)), List.of()));
        orders.apply(changed(order(999, 5000, Status.NOTTRADED), order(1, 6000, Status.NOTTRADED)));

        assertThat(orders.getRowCount()).isEqualTo(998);
        assertThat(orders.record(0).price()).isEqualTo(5000);
        assertThat(orders.record(997).price()).isEqualTo(6000);
    }

    @Test
    void removesManyAtOnce() {
        active.apply(changed(IntStream.range(0, 500).mapToObj(n -> order(n, n, Status.NOTTRADED))
                .toArray(Order[]::new)));
        active.apply(changed(IntStream.range(0, 499).mapToObj(n -> order(n, n, Status.ALLTRADED))
                .toArray(Order[]::new)));

        assertThat(prices(active)).containsExactly(499.0);
    }

    @Test
    void theLogKeepsTheNewestLines() {
        RecordTable<LogLine> log = new RecordTable<>(TableKinds.LOG, texts);
        LogEntry entry = new LogEntry("SIM", LogLevel.INFO, "text", Instant.EPOCH);
        int more = TableKinds.LOG_ROWS + 7;
        for (long from = 0; from < 2L * more; from += more) {
            List<LogLine> lines = LongStream.range(from, from + more).mapToObj(n -> new LogLine(n, entry)).toList();
            log.apply(new Changes<>(Set.of(), lines));
        }

        assertThat(log.getRowCount()).isEqualTo(TableKinds.LOG_ROWS);
        assertThat(log.record(0).number()).isEqualTo(2L * more - 1);
    }

    @Test
    void rowsAreSortedByValueAndTheThirdClickBringsBackTheOrderOfArrival() {
        ValueSorter<Order> sorter = new ValueSorter<>(orders);
        orders.addTableModelListener(event -> sorter.allRowsChanged());
        orders.apply(changed(order(1, 9.5, Status.NOTTRADED), order(2, 100, Status.NOTTRADED),
                order(3, 20, Status.NOTTRADED)));
        int price = TableKinds.ORDERS.columns().stream().map(DeskColumn::name).toList().indexOf("price");

        sorter.toggleSortOrder(price);
        assertThat(shown(sorter)).containsExactly(9.5, 20.0, 100.0);
        sorter.toggleSortOrder(price);
        assertThat(shown(sorter)).containsExactly(100.0, 20.0, 9.5);
        assertThat(sorter.getSortKeys().get(0)).isEqualTo(new SortKey(price, SortOrder.DESCENDING));
        sorter.toggleSortOrder(price);
        assertThat(shown(sorter)).containsExactly(20.0, 100.0, 9.5);
    }

    @Test
    void rowsStaySortedWhenSeveralChangeAtOnce() {
        orders.apply(changed(IntStream.of(5, 4, 3, 2, 1).mapToObj(n -> order(n, n, Status.NOTTRADED))
                .toArray(Order[]::new)));
        JTable table = new JTable(orders);
        ValueSorter<Order> sorter = new ValueSorter<>(orders);
        table.setRowSorter(sorter);
        sorter.toggleSortOrder(TableKinds.ORDERS.columns().stream().map(DeskColumn::name).toList().indexOf("price"));

        orders.apply(changed(order(1, 10, Status.NOTTRADED), order(3, 20, Status.NOTTRADED)));

        assertThat(shown(sorter)).containsExactly(2.0, 4.0, 5.0, 10.0, 20.0);
    }

    private List<Double> shown(ValueSorter<Order> sorter) {
        return IntStream.range(0, sorter.getViewRowCount())
                .mapToObj(row -> orders.record(sorter.convertRowIndexToModel(row)).price()).toList();
    }

    private static List<Double> prices(RecordTable<Order> table) {
        return IntStream.range(0, table.getRowCount()).mapToObj(row -> table.record(row).price()).toList();
    }

    private static Changes<Id, Order> changed(Order... orders) {
        return new Changes<>(Set.of(), List.of(orders));
    }

    private static Order order(int number, double price, Status status) {
        return Samples.order("").toBuilder().id(id(number)).price(price).status(status).build();
    }

    private static Id id(int number) {
        return Id.parse("RPC.SIM." + number);
    }
}
