package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTableTest {

    private final RowsTable table = new RowsTable("sessions", List.of("session", "client"));

    @Test
    void theSelectedRowStaysSelectedWhereverItMoves() {
        table.show(List.of(List.of(1, "a"), List.of(2, "b"), List.of(3, "c")));
        table.table().setRowSelectionInterval(1, 1);

        table.show(List.of(List.of(2, "b2"), List.of(3, "c")));

        assertThat(table.selected()).contains(List.of(2, "b2"));
    }

    @Test
    void nothingIsSelectedOnceTheRowIsGone() {
        table.show(List.of(List.of(1, "a"), List.of(2, "b")));
        table.table().setRowSelectionInterval(0, 0);

        table.show(List.of(List.of(2, "b"), List.of(3, "c")));

        assertThat(table.selected()).isEmpty();
    }

    @Test
    void numbersAreSortedByValue() {
        table.show(List.of(List.of(9, "a"), List.of(10, "b"), List.of(100L, "c")));

        table.sorter().toggleSortOrder(0);

        assertThat(List.of(0, 1, 2)).extracting(row -> table.table().getValueAt(row, 1))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aParameterOfAnActionIsTakenFromTheSelectedRow() {
        List<SettingDescriptor> parameters = List.of(
                SettingDescriptor.of("session", SettingType.INTEGER, "", "Which."),
                SettingDescriptor.of("reason", SettingType.TEXT, "", "Why."));
        table.show(List.of(List.of(1, "a"), List.of(2_000, "b")));
        assertThat(ActionBar.selected(parameters, List.of(table))).isEmpty();

        table.table().setRowSelectionInterval(1, 1);

        assertThat(ActionBar.selected(parameters, List.of(table))).containsOnlyKeys("session")
                .containsEntry("session", "2000");
    }
}
