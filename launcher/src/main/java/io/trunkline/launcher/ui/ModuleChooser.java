package io.trunkline.launcher.ui;

import io.trunkline.engine.MainEngine;
import java.awt.Dialog;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Lets the user tick the gateways and apps that are wanted. For the event dispatch thread. */
final class ModuleChooser {

    private final Map<String, JCheckBox> gateways = new LinkedHashMap<>(); // by type
    private final Map<String, JCheckBox> apps = new LinkedHashMap<>(); // by type
    private final JPanel panel = new JPanel(new GridBagLayout());
    private final boolean isRemembered;
    private final JDialog dialog;
    private boolean isChosen;
    private int row;

    private ModuleChooser(Window owner, MainEngine engine, Texts texts, Modules ticked, boolean isRemembered) {
        this.isRemembered = isRemembered;
        addHead(texts.get("frame.modules.gateways"));
        engine.gatewayTypes().forEach(type -> gateways.put(type.type(),
                add(type.type(), type.description(), ticked.gateways(), engine.gateway(type.type()).isPresent())));
        addHead(texts.get("frame.modules.apps"));
        engine.appTypes().forEach(type -> apps.put(type.type(),
                add(type.type(), type.description(), ticked.apps(), engine.app(type.type()).isPresent())));
        JLabel hint = new JLabel(
                Labels.wrapped(texts.get(isRemembered ? "frame.modules.note" : "frame.modules.session")));
        hint.putClientProperty("FlatLaf.styleClass", "small");
        panel.add(hint, at(0, 2, 14));
        JButton ok = Dialogs.button(texts.get("frame.ok"), "ok", () -> end(true));
        JButton cancel = Dialogs.button(texts.get("frame.cancel"), "cancel", () -> end(false));
        dialog = Dialogs.of(owner, texts.get("frame.modules.title"), "modules", panel, ok, cancel);
        dialog.setModalityType(Dialog.ModalityType.APPLICATION_MODAL);
    }

    /**
     * Asks and waits for the answer; empty if the user wants nothing to be changed. What the engine has can only be
     * unticked if the answer is remembered for the next start.
     */
    static Optional<Modules> ask(
            Window owner, MainEngine engine, Texts texts, Modules ticked, boolean isRemembered) {
        ModuleChooser chooser = new ModuleChooser(owner, engine, texts, ticked, isRemembered);
        Dialogs.show(chooser.dialog);
        return chooser.isChosen ? Optional.of(chooser.chosen()) : Optional.empty();
    }

    private void addHead(String text) {
        JLabel head = new JLabel(text);
        head.setFont(head.getFont().deriveFont(Font.BOLD));
        panel.add(head, at(0, 2, row == 0 ? 0 : 12));
        row++;
    }

    private JCheckBox add(String type, String description, Set<String> ticked, boolean isThere) {
        JCheckBox box = Labels.plain(new JCheckBox());
        box.setText(type);
        box.setSelected(ticked.contains(type) || isThere && !isRemembered);
        box.setEnabled(isRemembered || !isThere);
        box.setName("module." + type);
        panel.add(box, at(0, 1, 2));
        panel.add(Labels.of(description), at(1, 1, 2));
        row++;
        return box;
    }

    private GridBagConstraints at(int column, int width, int above) {
        return new GridBagConstraints(column, row, width, 1, column, 0, GridBagConstraints.LINE_START,
                GridBagConstraints.HORIZONTAL, new Insets(above, column == 0 ? 0 : 14, 2, 0), 0, 0);
    }

    private void end(boolean isOk) {
        isChosen = isOk;
        dialog.dispose();
    }

    private Modules chosen() {
        return new Modules(ticked(gateways), ticked(apps));
    }

    private static Set<String> ticked(Map<String, JCheckBox> boxes) {
        return boxes.entrySet().stream().filter(entry -> entry.getValue().isSelected()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
