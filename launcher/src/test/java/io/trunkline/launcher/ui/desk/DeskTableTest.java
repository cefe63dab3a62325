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
import java.util.stream.IntStream;
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

    @Test
    void aDoubleClickOnASortedTableChoosesTheRecordThatIsShownThere() {
        table.apply(new Changes<>(Set.of(id(1)), List.of()));
        table.apply(new Changes<>(Set.of(), IntStream.of(5, 4, 3, 2, 1)
                .mapToObj(number -> order(number, number)).toList()));
        table.table().getRowSorter().toggleSortOrder(
                TableKinds.ACTIVE.columns().stream().map(DeskColumn::name).toList().indexOf("price"));

        table.apply(new Changes<>(Set.of(), List.of(order(1, 10), order(3, 20))));
        for (int row = 0; row < 5; row++) {
            click(row, 1);
            click(row, 2);
        }

        assertThat(chosen).containsExactly(id(2), id(4), id(5), id(1), id(3));
    }

    private void show(int number) {
        table.apply(new Changes<>(Set.of(), List.of(order(number, 6840))));
    }

    private static Order order(int number, double price) {
        return Samples.order("").toBuilder().id(id(number)).price(price).status(Status.NOTTRADED).build();
    }

    private void clickTopRow(int count) {
        click(0, count);
    }

    private void click(int row, int count) {
        MouseListener[] listeners = table.table().getMouseListeners();
        MouseListener ours = listeners[listeners.length - 1]; // those of the look need a screen
        ours.mousePressed(event(MouseEvent.MOUSE_PRESSED, row, count));
        ours.mouseClicked(event(MouseEvent.MOUSE_CLICKED, row, count));
    }

    private MouseEvent event(int kind, int row, int count) {
        int y = table.table().getCellRect(row, 0, true).y + 5;
        return new MouseEvent(table.table(), kind, 0, InputEvent.BUTTON1_DOWN_MASK, 5, y, count, false,
                MouseEvent.BUTTON1);
    }

    private static Id id(int number) {
        return Id.parse("RPC.SIM." + number);
    }
}
