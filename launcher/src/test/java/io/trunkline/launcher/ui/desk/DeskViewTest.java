package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import io.trunkline.launcher.ui.UiStore;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk without a screen, at a real engine with the simulated exchange. */
@Timeout(120)
class DeskViewTest {

    private static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");

    private final MainEngine engine = MainEngine.create();
    private final DeskSession session = new DeskSession();
    private DeskView desk;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        engine.addGateway("SIM");
        engine.connect("SIM", Map.of("speed", "10"));
        assertThat(engine.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(30))).isTrue();
        desk = onSwing(() -> new DeskView(engine, Texts.of(Locale.ENGLISH), UiStore.load(home), session));
    }

    @AfterEach
    void close() throws Exception {
        onSwing(() -> {
            desk.close();
            session.close();
            return null;
        });
        engine.close();
    }

    @Test
    void anOrderThatIsTypedIsSentAndCancelAllCancelsItAndNobodyElses() throws Exception {
        onSwing(() -> {
            desk.showContract(APPLE);
            return null;
        });
        await(() -> engine.tick(APPLE).isPresent());
        Tick tick = engine.tick(APPLE).orElseThrow();
        Id others = engine.sendOrder(OrderRequest.limit("SIM", APPLE, Direction.LONG, Offset.OPEN, 1,
                tick.limitDown())).acceptedId().orElseThrow();
        onSwing(() -> {
            TradeForm form = desk.panel().form();
            assertThat(form.gateway.getSelectedItem()).isEqualTo("SIM");
            assertThat(form.name.getText()).isNotBlank();
            form.price.setText(String.valueOf(tick.limitDown()));
            form.volume.setText("2");
            return null;
        });

        click("desk.trade.send");
        await(() -> rows("active") == 2 && note().startsWith("Sent as SIM."));
        click("desk.trade.cancelAll");
        await(() -> rows("active") == 1 && rows("orders") == 2);

        assertThat(engine.activeOrders()).extracting(Order::id).containsExactly(others);
        assertThat(engine.orders()).extracting(Order::reference).contains(OwnOrders.REFERENCE);
    }

    @Test
    void noOrderIsLeftIfCancelAllIsPressedWhileItIsOnItsWay() throws Exception {
        onSwing(() -> {
            desk.showContract(APPLE);
            return null;
        });
        await(() -> engine.tick(APPLE).isPresent());
        onSwing(() -> {
            desk.panel().form().price.setText(String.valueOf(engine.tick(APPLE).orElseThrow().limitDown()));
            desk.panel().form().volume.setText("2");
            find(desk.component(), "desk.trade.send", JButton.class).doClick(0);
            find(desk.component(), "desk.trade.cancelAll", JButton.class).doClick(0);
            return null;
        });

        await(() -> engine.orders().stream().anyMatch(order -> order.status() == Status.CANCELLED)
                || note().startsWith("Not sent"));
    }

    @Test
    void aBadEntryIsNotSentAndTheFieldIsNamed() throws Exception {
        onSwing(() -> {
            desk.showContract(APPLE);
            desk.panel().form().price.setText("many");
            return null;
        });

        click("desk.trade.send");

        await(() -> note().equals("Price: \"many\" is not a number such as 7655.5."));
        assertThat(engine.orders()).isEmpty();
    }

    @Test
    void whatAResyncRemovedLeavesItsTable() throws Exception {
        Order order = Samples.order("").at("SIM");
        engine.events().publish(order);
        await(() -> rows("orders") == 1 && rows("active") == 1);

        engine.events().publish(new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(order.id())), Instant.EPOCH));

        await(() -> rows("orders") == 0 && rows("active") == 0);
    }

    @Test
    void whatTheBooksHeldBeforeIsThere() throws Exception {
        engine.events().publish(Samples.order("").at("SIM"));
        engine.events().publish(Samples.trade("").at("SIM"));

        UiStore empty = UiStore.load(Path.of("no-such-folder"));
        try (DeskSession other = new DeskSession();
                DeskView later = onSwing(() -> new DeskView(engine, Texts.of(Locale.CHINESE), empty, other))) {
            await(() -> rows(later, "orders") == 1 && rows(later, "trades") == 1);
        }
    }

    @Test
    void theDeskAfterAChangeOfLanguageStillKnowsItsOrdersAndTheLog(@TempDir Path home) throws Exception {
        onSwing(() -> {
            desk.showContract(APPLE);
            return null;
        });
        await(() -> engine.tick(APPLE).isPresent());
        engine.events().publish(new LogEntry("SIM", LogLevel.INFO, "before", Instant.EPOCH));
        await(() -> rows("log") > 0);
        int lines = onSwing(() -> {
            desk.panel().form().price.setText(String.valueOf(engine.tick(APPLE).orElseThrow().limitDown()));
            desk.panel().form().volume.setText("2");
            find(desk.component(), "desk.trade.send", JButton.class).doClick(0);
            desk.close();
            desk = new DeskView(engine, Texts.of(Locale.CHINESE), UiStore.load(home), session);
            return find(desk.component(), "log", JTable.class).getRowCount();
        });

        assertThat(lines).isPositive();
        await(() -> !note().isEmpty() && rows("active") == 1);
        click("desk.trade.cancelAll");
        await(() -> engine.orders().stream().anyMatch(order -> order.status() == Status.CANCELLED));
    }

    @Test
    void theDeskAfterAChangeOfLanguageHoldsWhatWasTyped(@TempDir Path home) throws Exception {
        onSwing(() -> {
            desk.showContract(APPLE);
            return null;
        });
        await(() -> engine.tick(APPLE).isPresent());

        TradeForm.Typed[] typed = onSwing(() -> {
            TradeForm form = desk.panel().form();
            form.direction.setSelectedItem(Direction.SHORT);
            form.offset.setSelectedItem(Offset.CLOSETODAY);
            form.type.setSelectedItem(OrderType.FAK);
            form.price.setText("6840.");
            form.volume.setText("2x");
            TradeForm.Typed before = form.typed();
            desk.close();
            desk = new DeskView(engine, Texts.of(Locale.CHINESE), UiStore.load(home), session);
            return new TradeForm.Typed[] {before, desk.panel().form().typed()};
        });

        assertThat(typed[1]).isEqualTo(typed[0]);
        assertThat(typed[1].symbol()).isEqualTo("AP010");
        assertThat(typed[1].name()).isNotBlank();
        assertThat(get(() -> find(desk.component(), "depth.5", JLabel.class).getText())).isNotEmpty();
    }

    private int rows(String table) {
        return rows(desk, table);
    }

    private static int rows(DeskView desk, String table) {
        return get(() -> find(desk.component(), table, JTable.class).getRowCount());
    }

    private String note() {
        return get(() -> find(desk.component(), "desk.note", JTextArea.class).getText());
    }

    private void click(String button) throws Exception {
        onSwing(() -> {
            find(desk.component(), button, JButton.class).doClick(0);
            return null;
        });
    }

    private static <T extends Component> T find(Container in, String name, Class<T> type) {
        for (Component each : in.getComponents()) {
            if (type.isInstance(each) && name.equals(each.getName())) return type.cast(each);
            T found = each instanceof Container inner ? find(inner, name, type) : null;
            if (found != null) return found;
        }
        return null;
    }

    private static <T> T get(Supplier<T> question) {
        try {
            return onSwing(question::get);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T onSwing(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeAndWait(future);
        return future.get();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
