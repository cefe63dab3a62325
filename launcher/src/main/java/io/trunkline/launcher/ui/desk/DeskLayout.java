package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.UiStore;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;

/**
 * Where everything is: the trading panel on the left, beside it ticks above orders above trades, and at the bottom the
 * log beside positions and accounts. For the event dispatch thread.
 */
final class DeskLayout {

    private static final int SIDE_WIDTH = 290;

    private final List<TableTabs> tabs;
    private final List<Split> splits;
    private final Split whole;

    DeskLayout(JComponent side, TableTabs ticks, TableTabs orders, TableTabs trades, TableTabs log, TableTabs money) {
        Split bottom = new Split("bottom", JSplitPane.HORIZONTAL_SPLIT, log.component(), money.component(), 0.48);
        Split lower = new Split("lower", JSplitPane.VERTICAL_SPLIT, trades.component(), bottom.component(), 0.45);
        Split middle = new Split("middle", JSplitPane.VERTICAL_SPLIT, orders.component(), lower.component(), 0.36);
        Split tables = new Split("tables", JSplitPane.VERTICAL_SPLIT, ticks.component(), middle.component(), 0.22);
        JScrollPane panel = new JScrollPane(new WidthOfView(side), JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
                JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        panel.setBorder(BorderFactory.createEmptyBorder());
        panel.setMinimumSize(new Dimension(SIDE_WIDTH, 0));
        this.whole = new Split("whole", JSplitPane.HORIZONTAL_SPLIT, panel, tables.component(), 0.19);
        this.tabs = List.of(ticks, orders, trades, log, money);
        this.splits = List.of(whole, tables, middle, lower, bottom);
    }

    JComponent component() {
        return whole.component();
    }

    /** Closes the windows of detached tables, which are where they belong afterwards. */
    void attachAll() {
        tabs.forEach(TableTabs::attachAll);
    }

    void reset() {
        attachAll();
        splits.forEach(Split::reset);
        tabs.forEach(each -> {
            each.select(0);
            each.tables().forEach(DeskTable::reset);
        });
    }

    void save(UiStore store) {
        splits.forEach(split -> split.save(store));
        for (TableTabs each : tabs) {
            store.put(tabKey(each), String.valueOf(each.selected()));
            for (DeskTable<?> table : each.tables()) {
                table.save(store);
                store.put(windowKey(table), each.window(table).map(DeskLayout::text).orElse(null));
            }
        }
    }

    /** Puts everything where the store says, but for windows. */
    void restore(UiStore store) {
        splits.forEach(split -> split.restore(store));
        tabs.forEach(each -> each.tables().forEach(table -> table.restore(store)));
        tabs.forEach(each -> number(store.get(tabKey(each), "")).ifPresent(each::select));
    }

    /** Detaches the tables that were detached, to where they were if that is still on a screen. */
    void restoreWindows(UiStore store) {
        tabs.forEach(each -> each.tables().forEach(table -> rectangle(store.get(windowKey(table), ""))
                .ifPresent(place -> each.detach(table, Screens.isReachable(place) ? place : null))));
    }

    private static String tabKey(TableTabs tabs) {
        return "desk.tab." + tabs.tables().get(0).name();
    }

    private static String windowKey(DeskTable<?> table) {
        return "desk.window." + table.name();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static String text(Rectangle place) {
        return place.x + " " + place.y + " " + place.width + " " + place.height;
    }

    static Optional<Rectangle> rectangle(String text) {
        if (!text.matches("-?[0-9]{1,6} -?[0-9]{1,6} [0-9]{1,6} [0-9]{1,6}")) return Optional.empty();
        String[] parts = text.split(" ");
        return Optional.of(new Rectangle(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
    }
}
