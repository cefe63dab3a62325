package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.launcher.Partial;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PluginPaneTest {

    private final Slow slow = new Slow();
    private final Gateway gateway = Partial.of(Gateway.class, slow);
    private final Background background = new Background();
    private final UiContext context = new UiContext(Partial.of(MainEngine.class, new Object()),
            Texts.of(Locale.ENGLISH), UiStore.load(Path.of("no-such-folder")),
            new SettingMemory(UiStore.load(Path.of("no-such-folder")), Map.of()), background);

    @AfterEach
    void close() {
        slow.ready.countDown();
        background.close();
    }

    @Test
    void aPluginThatBlocksHoldsUpNothingAndIsShownOnceItAnswers() throws Exception {
        PluginLog log = new PluginLog(Partial.of(EventEngine.class, new Silence()));
        PluginPane pane = Edt.call(() -> new PluginPane(
                context, gateway, log, new GatewayControls(context, gateway, () -> { })));
        assertThat(slow.asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Edt.call(() -> named(pane.component(), "action.rest"))).isNull();

        slow.ready.countDown();

        while (Edt.call(() -> named(pane.component(), "action.rest")) == null) TimeUnit.MILLISECONDS.sleep(10);
        assertThat(Edt.call(() -> named(pane.component(), "lamp.SLOW"))).isNotNull();
        assertThat(slow.wasAskedOnEventDispatchThread).isFalse();
        Edt.run(pane::close);
    }

    @Test
    void theButtonsAreThoseOfTheActionsThatThereAreByNow() {
        ActionBar bar = new ActionBar(context, "SLOW", List::of, line -> { });
        bar.show(List.of(action("rest")));
        Component rest = named(bar.component(), "action.rest");

        bar.show(List.of(action("rest")));
        assertThat(named(bar.component(), "action.rest")).isSameAs(rest);

        bar.show(List.of(action("work")));
        assertThat(named(bar.component(), "action.rest")).isNull();
        assertThat(named(bar.component(), "action.work")).isNotNull();
    }

    @Test
    void actionsOfAGroupAreInTheMenuOfOneButton() {
        ActionBar bar = new ActionBar(context, "RPC", List::of, line -> { });
        bar.show(List.of(action("rest"), action("server"), action("server: Desk state"), action("server: SIM pause")));

        assertThat(bar.component().getComponents()).extracting(Component::getName)
                .containsExactly("action.rest", "actions.server");
        JPopupMenu menu = ((JButton) named(bar.component(), "actions.server")).getComponentPopupMenu();
        assertThat(menu.getComponents()).extracting(each -> ((JMenuItem) each).getText())
                .containsExactly("Desk state", "SIM pause", "Other…");
    }

    private static Action action(String name) {
        return new Action(name, "Does so.", List.of(), settings -> "done");
    }

    private static Component named(Container root, String name) {
        for (Component each : root.getComponents()) {
            if (name.equals(each.getName())) return each;
            Component found = each instanceof Container inner ? named(inner, name) : null;
            if (found != null) return found;
        }
        return null;
    }

    /** A gateway that takes its time to say anything. */
    public static final class Slow {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch ready = new CountDownLatch(1);
        private volatile boolean wasAskedOnEventDispatchThread;

        private void block() {
            asked.countDown();
            if (EventQueue.isDispatchThread()) {
                wasAskedOnEventDispatchThread = true;
                return;
            }
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public String name() {
            return "SLOW";
        }

        public GatewayStatus status() {
            block();
            return new GatewayStatus("SLOW", GatewayState.LIVE, "", Instant.EPOCH);
        }

        public List<Action> actions() {
            block();
            return List.of(action("rest"));
        }

        public List<Monitor> monitors() {
            block();
            return List.of();
        }
    }

    /** Events of which there are none. */
    public static final class Silence {

        public <E extends Event> Registration on(Class<E> type, EventHandler<? super E> handler) {
            return () -> { };
        }
    }
}
