package io.trunkline.launcher.ui;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.ui.desk.DeskSession;
import io.trunkline.launcher.ui.desk.DeskView;
import java.awt.BorderLayout;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/**
 * The main window of an engine: the trading desk with menus above it and lamps below. The engine stays the caller's,
 * who closes this first. For the event dispatch thread, but for {@link #close}, which any other thread may call too.
 */
public final class MainWindow implements AutoCloseable {

    private final Desktop desktop;
    private final MainEngine engine;
    private final Runnable quit;
    private final Background background = new Background();
    private final SettingMemory settings;
    private final PluginLog log;
    private final DeskSession session = new DeskSession();
    private final JFrame frame = new JFrame();
    private UiContext context; // as all below, made anew for another language
    private DeskView desk;
    private StatusBar bar;
    private PluginWindows plugins;
    private ConnectHint hint;
    private Optional<ContractSearch> search = Optional.empty();
    private boolean isClosed;

    MainWindow(Desktop desktop, MainEngine engine, Map<String, Map<String, String>> given, Runnable quit) {
        this.desktop = desktop;
        this.engine = engine;
        this.quit = quit;
        settings = new SettingMemory(desktop.store(), given);
        log = new PluginLog(engine.events());
        frame.setName("main");
        frame.setTitle(desktop.texts().get("frame.product") + " - " + desktop.version() + " ["
                + desktop.home().toAbsolutePath().normalize() + "]");
        frame.setIconImages(AppIcon.images());
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                askToQuit();
            }
        });
        build();
        Placement.restore(frame, desktop.store());
        frame.setVisible(true);
    }

    private void build() {
        context = new UiContext(engine, desktop.texts(), desktop.store(), settings, background);
        desk = new DeskView(engine, desktop.texts(), desktop.store(), session);
        bar = new StatusBar(context, this::openPlugin);
        plugins = new PluginWindows(context, log, frame);
        JPanel content = new JPanel(new BorderLayout());
        if (hint == null || !hint.isDone()) {
            hint = new ConnectHint(context, this::connect, this::chooseModules);
            content.add(hint.component(), BorderLayout.PAGE_START);
        }
        content.add(desk.component());
        content.add(bar.component(), BorderLayout.PAGE_END);
        frame.setContentPane(content);
        showMenus();
        frame.revalidate();
    }

    private void showMenus() {
        frame.setJMenuBar(MainMenu.bar(context, this, desktop.preferences()));
        frame.revalidate();
    }

    private void takeDown() {
        desk.saveState();
        desk.close();
        bar.close();
        hint.close();
        plugins.close();
        for (Window owned : frame.getOwnedWindows()) owned.dispose();
    }

    /** Changes look or language at once and remembers it. */
    void change(Preferences preferences) {
        preferences.keep(desktop.store());
        boolean isLanguageChanged = !preferences.texts().language().equals(desktop.texts().language());
        if (isLanguageChanged) {
            changeLanguage(preferences);
        } else {
            desktop.take(preferences);
            showMenus();
        }
    }

    /** All windows are made anew, with what was typed into them. */
    private void changeLanguage(Preferences preferences) {
        PluginWindows.Open open = plugins.keepOpen();
        Optional<String> searched = search.filter(ContractSearch::isOpen).map(ContractSearch::typed);
        takeDown();
        desktop.take(preferences);
        build();
        plugins.reopen(open);
        searched.ifPresent(this::searchContracts);
    }

    /** Opens the dialog that connects a gateway. */
    void connect(String gateway) {
        plugins.connect(gateway);
    }

    void chooseModules() {
        Optional<Modules> remembered = Modules.remembered(desktop.store());
        Modules ticked = remembered.orElse(new Modules(Set.of(), Set.of()));
        ModuleChooser.ask(frame, engine, context.texts(), ticked, remembered.isPresent())
                .ifPresent(chosen -> {
                    if (remembered.isPresent()) chosen.keep(desktop.store());
                    add(chosen);
                });
    }

    /** Makes plug-ins, whose code may block, elsewhere. */
    private void add(Modules chosen) {
        background.run(() -> {
            chosen.addTo(engine);
            return chosen;
        }, added -> showMenus(), problem -> {
            showMenus();
            context.showProblem(frame, problem);
        });
    }

    /** Opens the window of a gateway or an app, or brings it to the front. A path opens its first gateway's. */
    void openPlugin(String name) {
        plugins.open(name);
    }

    void searchContracts() {
        searchContracts("");
    }

    private void searchContracts(String typed) {
        search = Optional.of(ContractSearch.open(context, frame, this::showContract, typed));
    }

    private void showContract(InstrumentId instrument) {
        desk.showContract(instrument);
        frame.toFront();
    }

    void restoreLayout() {
        desk.restoreLayout();
    }

    void openPreferences() {
        PreferencesDialog.open(context, frame, this::change);
    }

    void openAbout() {
        AboutDialog.open(context, frame, desktop.version(), desktop.home());
    }

    /** Ends the program, if the user means it. */
    void askToQuit() {
        if (desktop.preferences().isEndConfirmed() && !Dialogs.confirm(
                frame, context.texts(), context.text("frame.quit.title"), context.text("frame.quit.question"))) {
            return;
        }
        close();
        quit.run();
    }

    /** Remembers how it looks and closes all that it opened. Idempotent. */
    @Override
    public void close() {
        Edt.run(() -> {
            if (isClosed) return;
            isClosed = true;
            desktop.notice().begin(context.texts());
            takeDown();
            Placement.keep(frame, desktop.store());
            desktop.store().save();
            session.close();
            log.close();
            background.close();
            frame.dispose();
        });
    }
}
