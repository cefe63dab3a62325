package io.trunkline.launcher.text;

import java.util.ArrayList;
import java.util.List;

/** The forms in which lists of values are written. */
public enum Format {
    /** Aligned columns, times in the exchange's zone. */
    TABLE {
        @Override
        public <T> List<String> lines(Shape<T> shape, List<T> values) {
            return shape.table(values);
        }
    },
    /** Comma-separated values with a line of headings, times in UTC. */
    CSV {
        @Override
        public <T> List<String> lines(Shape<T> shape, List<T> values) {
            return shape.csv(values);
        }
    },
    /** One array with an object a line, times in UTC. */
    JSON {
        @Override
        public <T> List<String> lines(Shape<T> shape, List<T> values) {
            List<String> lines = new ArrayList<>();
            lines.add("[");
            for (int i = 0; i < values.size(); i++) {
                lines.add(shape.json(values.get(i)) + (i < values.size() - 1 ? "," : ""));
            }
            lines.add("]");
            return lines;
        }
    };

    /** The lines that show the values. */
    public abstract <T> List<String> lines(Shape<T> shape, List<T> values);
}
