package io.trunkline.launcher.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JTable;
import javax.swing.RootPaneContainer;
import javax.swing.text.JTextComponent;

/** A user's hand and eyes: finds what is on the screen by its name, uses it, and takes pictures. Not for the EDT. */
final class Hand {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path folder;

    Hand(Path folder) {
        this.folder = folder;
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Edt.call(condition::getAsBoolean)) {
            if (System.nanoTime() - deadline > 0) throw new IllegalStateException("waited in vain for " + what);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The window with a name, once it is shown. */
    static Window window(String name) {
        await("window " + name, () -> find(name).isPresent());
        return Edt.call(() -> find(name).orElseThrow());
    }

    private static Optional<Window> find(String name) {
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && name.equals(window.getName())) return Optional.of(window);
        }
        return Optional.empty();
    }

    /** The component of a kind with a name below another, once it is there. */
    static <T extends Component> T in(Container root, Class<T> kind, String name) {
        return that(root, kind, component -> name.equals(component.getName()), name);
    }

    static <T extends Component> T that(Container root, Class<T> kind, Predicate<T> wanted, String what) {
        await(what, () -> all(root, kind).stream().anyMatch(wanted));
        return Edt.call(() -> all(root, kind).stream().filter(wanted).findFirst().orElseThrow());
    }

    /** The field that a label stands before. */
    static Component labelled(Container root, String label) {
        return Edt.call(() -> all(root, JLabel.class).stream()
                .filter(each -> each.getLabelFor() != null && each.getText().equals(label)).findFirst().orElseThrow()
                .getLabelFor());
    }

    private static <T extends Component> List<T> all(Container root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        List<Component> parts = new ArrayList<>(List.of(root.getComponents()));
        if (root instanceof JMenu menu) parts.addAll(List.of(menu.getMenuComponents()));
        if (root instanceof JFrame frame && frame.getJMenuBar() != null) parts.add(frame.getJMenuBar());
        for (Component part : parts) {
            if (kind.isInstance(part)) found.add(kind.cast(part));
            if (part instanceof Container container) found.addAll(all(container, kind));
        }
        return found;
    }

    /** Presses a button or chooses a menu item, and does not wait for what that does. */
    static void press(Container root, String name) {
        AbstractButton button = in(root, AbstractButton.class, name);
        await(name + " to be enabled", button::isEnabled);
        EventQueue.invokeLater(button::doClick);
    }

    static void type(Component field, String text) {
        Edt.run(() -> ((JTextComponent) field).setText(text));
    }

    static void doubleClick(JTable table, int row) {
        Edt.run(() -> {
            table.setRowSelectionInterval(row, row);
            int y = table.getCellRect(row, 0, true).y + 2;
            table.dispatchEvent(new MouseEvent(table, MouseEvent.MOUSE_CLICKED, System.currentTimeMillis(), 0, 5, y,
                    2, false, MouseEvent.BUTTON1));
        });
    }

    static void awaitRows(JTable table, int least) {
        await(least + " rows of " + table.getName(), () -> table.getRowCount() >= least);
    }

    static void awaitClosed(String name) {
        await(name + " to close", () -> find(name).isEmpty());
    }

    /** Takes a picture of a window. */
    void shoot(Window window, String name) {
        BufferedImage image = Edt.call(() -> {
            window.validate();
            Container pane = ((RootPaneContainer) window).getRootPane();
            BufferedImage painted = new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
            pane.printAll(painted.createGraphics());
            return painted;
        });
        try {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a dialog by a menu item, takes its picture and closes it. */
    void shootDialog(Container main, String item, String dialog, String name) {
        press(main, item);
        Window window = window(dialog);
        shoot(window, name);
        Edt.run(window::dispose);
        awaitClosed(dialog);
    }
}
