package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Labels;
import java.awt.Component;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** Makes boxes to choose from values that have words of their own. */
final class WordBox {

    private WordBox() {}

    /** A box that writes its values as {@code word} does. */
    static <T> JComboBox<T> of(Function<T, String> word, List<T> values) {
        DefaultComboBoxModel<T> model = new DefaultComboBoxModel<>();
        model.addAll(values);
        JComboBox<T> box = new JComboBox<>(model);
        if (!values.isEmpty()) box.setSelectedIndex(0);
        box.setRenderer(Labels.plain(new Words<>(word)));
        return box;
    }

    @SuppressWarnings("serial") // is never serialized
    private static final class Words<T> extends DefaultListCellRenderer {
        private final Function<T, String> word;

        private Words(Function<T, String> word) {
            this.word = word;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            return super.getListCellRendererComponent(
                    list, value == null ? "" : word.apply((T) value), index, isSelected, hasFocus);
        }
    }
}
