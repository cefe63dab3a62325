package io.trunkline.bench;

import java.util.List;
import java.util.Locale;

/** A bar chart of medians with their ranges, as SVG. */
final class Chart {

    private static final int WIDTH = 860;
    private static final int LABELS = 230;
    private static final int BAR = 22;
    private static final int STEP = 34;
    private static final int TOP = 54;

    private Chart() {}

    /** The chart of some measurements of one metric. */
    static String of(String title, List<Measurement> measurements, Machine machine) {
        double most = measurements.stream().mapToDouble(each -> each.samples().max()).max().orElseThrow();
        double scale = (WIDTH - LABELS - 130) / most;
        int height = TOP + STEP * measurements.size() + 30;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
                        + "font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n", WIDTH, height));
        text(svg, 12, 26, "font-size=\"16\"", title + ", " + measurements.get(0).unit());
        for (int i = 0; i < measurements.size(); i++) bar(svg, measurements.get(i), TOP + STEP * i, scale);
        text(svg, 12, height - 10, "fill=\"#666\" font-size=\"10\"", machine.toString());
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, Measurement measurement, int top, double scale) {
        Samples samples = measurement.samples();
        boolean own = measurement.contender().startsWith("trunkline");
        text(svg, LABELS - 10, top + 16, "text-anchor=\"end\"", measurement.contender());
        svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                LABELS, top, samples.median() * scale, BAR, own ? "#1f77b4" : "#b0b7bf"));
        svg.append(String.format(Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"black\"/>%n", LABELS + samples.min() * scale,
                LABELS + samples.max() * scale, top + BAR / 2, top + BAR / 2));
        text(svg, (int) (LABELS + samples.max() * scale) + 8, top + 16, "", Samples.text(samples.median()));
    }

    private static void text(StringBuilder svg, int x, int y, String attributes, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append(String.format("<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, escaped));
    }
}
