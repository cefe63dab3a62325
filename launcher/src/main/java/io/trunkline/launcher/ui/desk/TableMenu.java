package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Labels;
import io.trunkline.launcher.ui.Texts;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JFileChooser;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPopupMenu;
import javax.swing.JTable;

/** What a right click on a table offers. */
final class TableMenu {

    private static final char BYTE_ORDER_MARK = '\ufeff'; // without it spreadsheets misread Chinese

    private final DeskTable<?> table;
    private final Texts texts;

    TableMenu(DeskTable<?> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void install(JTable swing) {
        MouseAdapter opener = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                openIfAsked(event);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                openIfAsked(event);
            }
        };
        swing.addMouseListener(opener);
        swing.getTableHeader().addMouseListener(opener);
    }

    private void openIfAsked(MouseEvent event) {
        if (!event.isPopupTrigger()) return;
        if (event.getSource() == table.table()) select(table.table().rowAtPoint(event.getPoint()));
        popup().show(event.getComponent(), event.getX(), event.getY());
    }

    private void select(int row) {
        if (row >= 0 && !table.table().isRowSelected(row)) table.table().setRowSelectionInterval(row, row);
    }

    JPopupMenu popup() {
        JPopupMenu menu = new JPopupMenu();
        for (String key : table.actions()) {
            JMenuItem item = item(key, () -> table.act(key));
            item.setEnabled(table.table().getSelectedRowCount() > 0);
            menu.add(item);
        }
        if (!table.actions().isEmpty()) menu.addSeparator();
        menu.add(item("desk.menu.fit", table.columns()::fit));
        menu.add(columnsMenu());
        menu.add(item("desk.menu.resetColumns", table::reset));
        menu.addSeparator();
        menu.add(item("desk.menu.window", table::turnWindow));
        menu.add(item("desk.menu.export", this::export));
        return menu;
    }

    private JMenuItem item(String key, Runnable action) {
        JMenuItem item = new JMenuItem(texts.get(key));
        item.addActionListener(event -> action.run());
        return item;
    }

    private JMenu columnsMenu() {
        JMenu menu = new JMenu(texts.get("desk.menu.columns"));
        for (int index = 0; index < table.kind().columns().size(); index++) {
            int column = index;
            JCheckBoxMenuItem item = new JCheckBoxMenuItem(
                    texts.get("desk.column." + table.kind().column(index).name()), table.columns().isShown(index));
            item.addActionListener(event -> table.columns().show(column, item.isSelected()));
            menu.add(item);
        }
        return menu;
    }

    private void export() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(texts.get("desk.menu.export"));
        chooser.setSelectedFile(new File(table.name() + ".csv"));
        if (chooser.showSaveDialog(table.component()) != JFileChooser.APPROVE_OPTION) return;
        Path file = chooser.getSelectedFile().toPath();
        if (Files.exists(file) && !isReplaceable(file)) return;
        try {
            write(table.csv(), file);
        } catch (IOException e) {
            JOptionPane.showMessageDialog(table.component(),
                    Labels.wrapped(texts.format("desk.export.failed", file, e.getMessage())),
                    texts.get("desk.menu.export"), JOptionPane.ERROR_MESSAGE);
        }
    }

    private boolean isReplaceable(Path file) {
        return JOptionPane.showConfirmDialog(table.component(),
                Labels.wrapped(texts.format("desk.export.replace", file)),
                texts.get("desk.menu.export"), JOptionPane.YES_NO_OPTION) == JOptionPane.YES_OPTION;
    }

    static void write(List<String> lines, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            for (String line : lines) writer.write(line + "\r\n");
        }
    }
}
