package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderType;
import io.trunkline.launcher.ui.Texts;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The fields of the trading panel. For the event dispatch thread. */
final class TradeForm {

    private static final int COLUMNS = 8;

    final JComboBox<Exchange> exchange = WordBox.of(Exchange::text, List.of());
    final JTextField symbol = new JTextField(COLUMNS);
    final JTextField name = new JTextField(COLUMNS);
    final JComboBox<Direction> direction;
    final JComboBox<Offset> offset;
    final JComboBox<OrderType> type;
    final JTextField price = new JTextField(COLUMNS);
    final JCheckBox follow;
    final JTextField volume = new JTextField(COLUMNS);
    final JComboBox<String> gateway = WordBox.of(Function.identity(), List.of());
    private final JPanel panel = new JPanel(new GridBagLayout());
    private int rows;

    /** What every field holds, in no language. */
    record Typed(Exchange exchange, String symbol, String name, Direction direction, Offset offset, OrderType type,
            String price, boolean isFollowing, String volume, String gateway) {}

    TradeForm(Texts texts, FigureText figures) {
        direction = WordBox.of(figures::word, List.of(Direction.LONG, Direction.SHORT));
        offset = WordBox.of(figures::word, List.of(Offset.values()));
        type = WordBox.of(figures::word, List.of(OrderType.values()));
        follow = new JCheckBox(texts.get("desk.trade.follow"));
        offset.setSelectedItem(Offset.OPEN);
        name.setEditable(false);
        name.setFocusable(false);
        follow.setToolTipText(texts.get("desk.trade.follow.tip"));
        symbol.setToolTipText(texts.get("desk.trade.symbol.tip"));
        symbol.putClientProperty("JTextField.placeholderText", texts.get("desk.trade.symbol.hint"));
        add(texts.get("desk.column.exchange"), exchange);
        add(texts.get("desk.column.symbol"), symbol);
        add(texts.get("desk.column.name"), name);
        add(texts.get("desk.column.direction"), direction);
        add(texts.get("desk.column.offset"), offset);
        add(texts.get("desk.column.type"), type);
        add(texts.get("desk.column.price"), price);
        add("", follow);
        add(texts.get("desk.column.volume"), volume);
        add(texts.get("desk.column.gateway"), gateway);
    }

    private void add(String label, JComponent field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = rows++;
        place.insets = new Insets(2, 0, 2, 8);
        place.anchor = GridBagConstraints.LINE_START;
        JLabel title = new JLabel(label);
        title.setLabelFor(field);
        panel.add(title, place);
        place.gridx = 1;
        place.weightx = 1;
        place.insets = new Insets(2, 0, 2, 0);
        place.fill = GridBagConstraints.HORIZONTAL;
        field.setMinimumSize(new Dimension(60, field.getPreferredSize().height));
        panel.add(field, place);
    }

    JComponent component() {
        return panel;
    }

    /** What is entered, about an instrument; null for none. */
    OrderEntry entry(InstrumentId instrument) {
        return new OrderEntry(instrument, (Direction) direction.getSelectedItem(), (Offset) offset.getSelectedItem(),
                (OrderType) type.getSelectedItem(), price.getText(), volume.getText(),
                (String) gateway.getSelectedItem());
    }

    Typed typed() {
        return new Typed((Exchange) exchange.getSelectedItem(), symbol.getText(), name.getText(),
                (Direction) direction.getSelectedItem(), (Offset) offset.getSelectedItem(),
                (OrderType) type.getSelectedItem(), price.getText(), follow.isSelected(), volume.getText(),
                (String) gateway.getSelectedItem());
    }

    void type(Typed typed) {
        exchange.setSelectedItem(typed.exchange());
        symbol.setText(typed.symbol());
        name.setText(typed.name());
        direction.setSelectedItem(typed.direction());
        offset.setSelectedItem(typed.offset());
        type.setSelectedItem(typed.type());
        price.setText(typed.price());
        follow.setSelected(typed.isFollowing());
        volume.setText(typed.volume());
        gateway.setSelectedItem(typed.gateway());
    }

    /** Marks the field that is wrong, and no other; null marks none. */
    void mark(OrderEntry.Field wrong) {
        for (OrderEntry.Field field : OrderEntry.Field.values()) {
            component(field).putClientProperty("JComponent.outline", field == wrong ? "error" : null);
        }
        if (wrong != null) component(wrong).requestFocusInWindow();
        panel.repaint();
    }

    private JComponent component(OrderEntry.Field field) {
        return switch (field) {
            case SYMBOL -> symbol;
            case PRICE -> price;
            case VOLUME -> volume;
            case GATEWAY -> gateway;
        };
    }

    /** Offers other values, and keeps the chosen one if it is still among them. */
    static <T> void offer(JComboBox<T> box, List<T> values) {
        if (isOffered(box, values)) return;
        Object chosen = box.getSelectedItem();
        DefaultComboBoxModel<T> model = new DefaultComboBoxModel<>();
        model.addAll(values);
        model.setSelectedItem(values.contains(chosen) || values.isEmpty() ? chosen : values.get(0));
        box.setModel(model);
    }

    private static <T> boolean isOffered(JComboBox<T> box, List<T> values) {
        if (box.getItemCount() != values.size()) return false;
        for (int i = 0; i < values.size(); i++) {
            if (!box.getItemAt(i).equals(values.get(i))) return false;
        }
        return true;
    }
}
