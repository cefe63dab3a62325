package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTableTest {

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final DeskTable<Order> table = new DeskTable<>(TableKinds.ACTIVE, texts,
            new FigureText(texts, new PriceDigits(new FakeBooks().books())));
    private final List<Id> chosen = new ArrayList<>();

    @BeforeEach
    void listen() {
        table.onDoubleClick(order -> chosen.add(order.id()));
        show(1);
    }

    @Test
    void aDoubleClickChoosesTheRecordUnderTheMouse() {
        clickTopRow(1);
        clickTopRow(2);

        assertThat(chosen).containsExactly(id(1));
    }

    @Test
    void aDoubleClickChoosesNothingIfANewRowCameUnderTheMouse() {
        clickTopRow(1);
        show(2);
        clickTopRow(2);

        assertThat(chosen).isEmpty();
    }

    private void show(int number) {
        table.apply(new Changes<>(Set.of(), List.of(
                Samples.order("").toBuilder().id(id(number)).status(Status.NOTTRADED).build())));
    }

    private void clickTopRow(int count) {
        MouseListener[] listeners = table.table().getMouseListeners();
        MouseListener ours = listeners[listeners.length - 1]; // those of the look need a screen
        ours.mousePressed(event(MouseEvent.MOUSE_PRESSED, count));
        ours.mouseClicked(event(MouseEvent.MOUSE_CLICKED, count));
    }

    private MouseEvent event(int kind, int count) {
        return new MouseEvent(table.table(), kind, 0, InputEvent.BUTTON1_DOWN_MASK, 5, 5, count, false,
                MouseEvent.BUTTON1);
    }

    private static Id id(int number) {
        return Id.parse("RPC.SIM." + number);
    }
}
