package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Numbers;
import io.trunkline.launcher.ui.Texts;
import java.awt.Cursor;
import java.awt.GridLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/**
 * Levels of ask, the last price, levels of bid: as many as the contract had at most, one at least. For the event
 * dispatch thread.
 */
final class DepthPanel {

    private static final int LAST_ROW = Depth.MAX_LEVELS;
    private static final int ROWS = 2 * Depth.MAX_LEVELS + 1;

    private final JPanel panel = new JPanel();
    private final JLabel[] names = new JLabel[ROWS];
    private final JLabel[] prices = new JLabel[ROWS];
    private final JLabel[] volumes = new JLabel[ROWS];
    private final double[] shown = new double[ROWS];
    private final DoubleConsumer onPrice;
    private int levels;

    /** Hands a price that is clicked to somebody. */
    DepthPanel(Texts texts, DoubleConsumer onPrice) {
        this.onPrice = onPrice;
        panel.setBorder(BorderFactory.createEmptyBorder(6, 0, 6, 0));
        for (int row = 0; row < ROWS; row++) {
            Tone tone = row < LAST_ROW ? Tone.ASK : row > LAST_ROW ? Tone.BID : Tone.PLAIN;
            names[row] = new ToneLabel(Tone.QUIET, SwingConstants.LEADING);
            names[row].setText(name(texts, row));
            prices[row] = new ToneLabel(tone, SwingConstants.TRAILING);
            volumes[row] = new ToneLabel(tone, SwingConstants.TRAILING);
            prices[row].addMouseListener(clicked(row));
            prices[row].setName("depth." + row);
        }
        lay(1);
    }

    /** Shows the rows of so many levels. */
    private void lay(int wanted) {
        if (wanted == levels) return;
        levels = wanted;
        panel.removeAll();
        panel.setLayout(new GridLayout(2 * levels + 1, 3, 6, 1));
        for (int row = LAST_ROW - levels; row <= LAST_ROW + levels; row++) {
            for (JLabel label : List.of(names[row], prices[row], volumes[row])) {
                label.updateUI(); // the look may have changed while it was not here
                panel.add(label);
            }
        }
        panel.revalidate();
        panel.repaint();
    }

    private static String name(Texts texts, int row) {
        if (row == LAST_ROW) return texts.get("desk.depth.last");
        return row < LAST_ROW ? texts.format("desk.depth.ask", String.valueOf(Depth.MAX_LEVELS - row))
                : texts.format("desk.depth.bid", String.valueOf(row - LAST_ROW));
    }

    private MouseAdapter clicked(int row) {
        return new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (shown[row] != 0) onPrice.accept(shown[row]);
            }
        };
    }

    JComponent component() {
        return panel;
    }

    void clear() {
        for (int row = 0; row < ROWS; row++) show(row, 0, "", "");
        lay(1);
    }

    /** Shows a tick's levels, prices with so many decimals. A level that it does not have stays empty. */
    void show(Tick tick, int digits) {
        Depth depth = tick.depth();
        lay(Math.max(levels, depth.levels()));
        for (int level = 1; level <= Depth.MAX_LEVELS; level++) {
            show(LAST_ROW - level, depth.askPrice(level), price(depth.askPrice(level), digits),
                    volume(depth.askPrice(level), depth.askVolume(level)));
            show(LAST_ROW + level, depth.bidPrice(level), price(depth.bidPrice(level), digits),
                    volume(depth.bidPrice(level), depth.bidVolume(level)));
        }
        show(LAST_ROW, tick.lastPrice(), price(tick.lastPrice(), digits), change(tick));
        volumes[LAST_ROW].setForeground(Colours.of(changeTone(tick), panel));
    }

    private void show(int row, double price, String priceText, String volumeText) {
        shown[row] = price;
        prices[row].setText(priceText);
        prices[row].setCursor(Cursor.getPredefinedCursor(price == 0 ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
        volumes[row].setText(volumeText);
    }

    private static String price(double price, int digits) {
        return price == 0 ? "" : PriceText.exact(price, digits);
    }

    private static String volume(double price, double volume) {
        return price == 0 ? "" : Numbers.text(volume);
    }

    /** How far the last price is from yesterday's close, in percent; empty if either is not known. */
    static String change(Tick tick) {
        if (tick.preClose() == 0 || tick.lastPrice() == 0) return "";
        return String.format(Locale.ROOT, "%+.2f%%", (tick.lastPrice() / tick.preClose() - 1) * 100);
    }

    private static Tone changeTone(Tick tick) {
        int change = Double.compare(tick.lastPrice(), tick.preClose());
        if (change == 0) return Tone.PLAIN;
        return change < 0 ? Tone.LOSS : Tone.GAIN;
    }
}
