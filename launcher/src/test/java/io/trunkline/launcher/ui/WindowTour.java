package io.trunkline.launcher.ui;

import com.formdev.flatlaf.FlatLaf;
import io.trunkline.launcher.Main;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.text.JTextComponent;

/**
 * A run of the program with a user before it, who takes pictures of all windows in both languages. Prints {@code TOUR
 * DONE}; ends the JVM with 3 if something is not as it should be.
 */
public final class WindowTour {

    private final Hand hand;
    private final DeskTour desk;

    private WindowTour(Path pictures) {
        hand = new Hand(pictures);
        desk = new DeskTour(hand);
    }

    /** Arguments: {@code server} or {@code client}, a folder for pictures, and the program's own arguments. */
    public static void main(String[] args) {
        WindowTour tour = new WindowTour(Path.of(args[1]));
        Thread user = new Thread(() -> {
            try {
                if (args[0].equals("server")) tour.server();
                else tour.client();
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(3);
            }
        }, "user");
        user.setDaemon(true);
        user.start();
        Main.main(Arrays.copyOfRange(args, 2, args.length));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void server() {
        Window chooser = Hand.window("modules");
        hand.shoot(chooser, "modules-en");
        Edt.run(() -> Hand.in(chooser, JCheckBox.class, "module.Desk").setSelected(true));
        Hand.press(chooser, "ok");
        Container main = Hand.window("main");
        hint(main);
        connectSim(main);
        connectWalk(main);
        startService(main);
        startDesk(main);
        for (Locale language : Texts.LANGUAGES) {
            String code = language.getLanguage();
            speak(main, language);
            service(main, "plugin-" + code);
            desk.halt(Hand.window("plugin.Desk"), "action.state", "ask.state", "state-" + code);
            hand.shootDialog(main, "menu.connect.SIM", "connect.SIM", "connect-" + code);
            hand.shootDialog(main, "menu.modules", "modules", "modules-" + code);
            Hand.awaitRows(Hand.in(main, JTable.class, "ticks"), 1);
            hand.shoot((Window) main, "server-" + code);
        }
        say("TOUR DONE");
    }

    private static void speak(Container main, Locale language) {
        Hand.press(main, "menu.language." + language.getLanguage());
        String word = Texts.of(language).get("frame.menu.system");
        Hand.await("the language", () -> ((JFrame) main).getJMenuBar().getMenu(0).getText().equals(word));
    }

    /** What is typed into a dialog is still there in another language. */
    private void hint(Container main) {
        Hand.await("the hint", Hand.in(main, JPanel.class, "hint")::isShowing);
        hand.shoot((Window) main, "hint-en");
        Hand.press(main, "hint.connect.SIM");
        Hand.type(Hand.in(Hand.window("connect.SIM"), JTextComponent.class, "gap"), "7s");
        speak(main, Locale.CHINESE);
        Window dialog = Hand.window("connect.SIM");
        JTextComponent gap = Hand.in(dialog, JTextComponent.class, "gap");
        Hand.await("what was typed", () -> gap.getText().equals("7s"));
        Edt.run(dialog::dispose);
        Hand.await("the hint", Hand.in(main, JPanel.class, "hint")::isShowing);
        hand.shoot((Window) main, "hint-zh");
        speak(main, Locale.ENGLISH);
    }

    private void connectSim(Container main) {
        Hand.press(main, "hint.connect.SIM");
        Window dialog = Hand.window("connect.SIM");
        Hand.type(Hand.in(dialog, JTextComponent.class, "gap"), "soon");
        Hand.press(dialog, "connect");
        Hand.await("what is wrong with it", Hand.in(dialog, JLabel.class, "gap.problem")::isVisible);
        hand.shoot(dialog, "connect-fault-en");
        Hand.type(Hand.in(dialog, JTextComponent.class, "gap"), "5s");
        Hand.type(Hand.in(dialog, JTextComponent.class, "speed"), "60");
        Hand.press(dialog, "connect");
        Hand.awaitClosed("connect.SIM");
        Hand.await("no hint", () -> !Hand.in(main, JPanel.class, "hint").isVisible());
    }

    private void connectWalk(Container main) {
        Hand.press(main, "menu.connect.WALK");
        Hand.press(Hand.window("connect.WALK"), "connect");
        Hand.awaitClosed("connect.WALK");
        JTextField symbol = (JTextField) Hand.labelled(
                main, Texts.of(Locale.ENGLISH).get("desk.column.symbol"));
        Hand.type(symbol, "WALK");
        Edt.run(symbol::postActionEvent);
        JLabel deepest = Hand.in(main, JLabel.class, "depth.0");
        Hand.await("five levels", () -> !deepest.getText().isEmpty());
        hand.shoot((Window) main, "depth-en");
    }

    private void startService(Container main) {
        Hand.press(main, "menu.open.RpcService");
        Window window = Hand.window("plugin.RpcService");
        Hand.type(Hand.in(window, JTextComponent.class, "port"), "0");
        Hand.press(window, "start");
        JLabel lamp = Hand.that(window, JLabel.class,
                label -> "lamp.RpcService".equals(label.getName()) && label.getText().contains("127.0.0.1"),
                "the service's address");
        say("SERVES " + Edt.call(lamp::getText).replaceAll("<[^>]*>", "").replaceAll(".*: ", ""));
    }

    private void startDesk(Container main) {
        Hand.press(main, "menu.open.Desk");
        Window window = Hand.window("plugin.Desk");
        Hand.press(window, "start");
        Hand.in(window, AbstractButton.class, "action.state");
    }

    private void service(Container main, String picture) {
        Hand.press(main, "menu.open.RpcService");
        Window window = Hand.window("plugin.RpcService");
        Hand.awaitRows(Hand.in(window, JTable.class, "monitor.sessions"), 1);
        JTextArea log = Hand.in(window, JTextArea.class, "log");
        Hand.await("a log", () -> !log.getText().isEmpty());
        hand.shoot(window, picture);
    }

    private void client() {
        Container main = Hand.window("main");
        Hand.that(main, JLabel.class,
                label -> "lamp.RPC".equals(label.getName()) && label.getText().contains("LIVE"), "a live server");
        chooseContract(main);
        trade(main);
        for (Locale language : Texts.LANGUAGES) {
            String code = language.getLanguage();
            speak(main, language);
            Hand.awaitRows(Hand.in(main, JTable.class, "ticks"), 1);
            hand.shoot((Window) main, "main-" + code);
            search(main, code);
            connection(main, code);
            Hand.press(main, "menu.gateway.RPC");
            Window gateway = Hand.window("plugin.RPC");
            desk.halt(gateway, "actions.server", "ask.server: Desk state", "act-" + code);
            hand.shootDialog(main, "menu.settings", "settings", "settings-" + code);
            hand.shootDialog(main, "menu.about", "about", "about-" + code);
            fault(code);
        }
        Hand.press(main, "menu.theme.light");
        Hand.await("a light look", () -> !FlatLaf.isLafDark());
        hand.shoot((Window) main, "main-light-zh");
        say("TOUR DONE");
        Hand.press(main, "menu.quit");
        String yes = Texts.of(Locale.CHINESE).get("frame.yes");
        Hand.await("the question", () -> Arrays.stream(Window.getWindows()).anyMatch(WindowTour::isQuestion));
        Window question = Edt.call(() -> Arrays.stream(Window.getWindows()).filter(WindowTour::isQuestion).findFirst()
                .orElseThrow());
        hand.shoot(question, "quit-zh");
        JButton button = Hand.that(question, JButton.class, each -> yes.equals(each.getText()), yes);
        Edt.run(button::doClick);
    }

    private static boolean isQuestion(Window window) {
        return window.isShowing() && window instanceof JDialog dialog
                && Texts.of(Locale.CHINESE).get("frame.quit.title").equals(dialog.getTitle());
    }

    private static void chooseContract(Container main) {
        Hand.press(main, "menu.search");
        Window dialog = Hand.window("search");
        Hand.type(Hand.in(dialog, JTextComponent.class, "filter"), "ap010");
        JTable contracts = Hand.in(dialog, JTable.class, "contracts");
        Hand.await("one contract", () -> contracts.getRowCount() == 1);
        Hand.doubleClick(contracts, 0);
        Edt.run(dialog::dispose);
        Hand.awaitRows(Hand.in(main, JTable.class, "ticks"), 1);
    }

    private void trade(Container main) {
        Texts texts = Texts.of(Locale.ENGLISH);
        Component price = Hand.labelled(main, texts.get("desk.column.price"));
        Hand.type(price, "6500");
        Hand.type(Hand.labelled(main, texts.get("desk.column.volume")), "1");
        Hand.press(main, "desk.trade.send");
        JTable active = Hand.in(main, JTable.class, "active");
        Hand.awaitRows(active, 1);
        hand.shoot((Window) main, "order-en");
        Hand.press(main, "desk.trade.cancelAll");
        Hand.await("no active order", () -> active.getRowCount() == 0);
        say("ORDER CANCELLED");
    }

    private void search(Container main, String code) {
        Hand.press(main, "menu.search");
        Window dialog = Hand.window("search");
        Hand.awaitRows(Hand.in(dialog, JTable.class, "contracts"), 3);
        hand.shoot(dialog, "search-" + code);
        Edt.run(dialog::dispose);
    }

    private void connection(Container main, String code) {
        Hand.press(main, "menu.connect.RPC");
        Window dialog = Hand.window("connect.RPC");
        hand.shoot(dialog, "connect-rpc-" + code);
        Edt.run(() -> Hand.in(dialog, JToggleButton.class, "more").doClick());
        hand.shoot(dialog, "connect-rpc-more-" + code);
        Edt.run(dialog::dispose);
    }

    private void fault(String code) {
        for (int i : List.of(1, 2)) {
            new Thread(() -> {
                throw new IllegalStateException("an example of a fault");
            }, "example-" + i).start();
        }
        Window dialog = Hand.window("fault");
        JLabel further = Hand.in(dialog, JLabel.class, "further");
        Hand.await("the second to be counted", () -> further.getText().contains("1"));
        hand.shoot(dialog, "fault-" + code);
        Edt.run(dialog::dispose);
        Hand.awaitClosed("fault");
    }
}
