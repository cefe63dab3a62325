package io.trunkline.launcher.ui.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the columns of a table stand, written such as {@code symbol:90,!exchange:75,last:80;-last}: in order, with their
 * widths, hidden ones marked, and what the rows are sorted by, {@code +} ascending or {@code -} descending.
 *
 * @param columns all columns that were known when it was written
 * @param sortedBy the name of a column, or empty
 * @param isDescending how the rows are sorted, if they are
 */
record ColumnState(List<Place> columns, String sortedBy, boolean isDescending) {

    /**
     * A column's place.
     *
     * @param name the column's name
     * @param width in pixels
     * @param isHidden whether the user hid it
     */
    record Place(String name, int width, boolean isHidden) {

        private static Place parse(String text) {
            boolean isHidden = text.startsWith("!");
            int colon = text.indexOf(':');
            int width = Integer.parseInt(text.substring(colon + 1));
            if (width < 1 || colon < 1) throw new IllegalArgumentException("not a column's place: " + text);
            return new Place(text.substring(isHidden ? 1 : 0, colon), width, isHidden);
        }

        @Override
        public String toString() {
            return (isHidden ? "!" : "") + name + ":" + width;
        }
    }

    ColumnState {
        columns = List.copyOf(columns);
    }

    /** How a table's columns stand at first. */
    static ColumnState usual(TableKind<?> kind) {
        List<Place> places = new ArrayList<>();
        kind.columns().forEach(column -> places.add(new Place(column.name(), column.width(), false)));
        return new ColumnState(places, "", false);
    }

    /** Reads the text form; empty if it is none. */
    static Optional<ColumnState> parse(String text) {
        int end = text.indexOf(';');
        if (end < 0) return Optional.empty();
        List<Place> places = new ArrayList<>();
        try {
            for (String place : text.substring(0, end).split(",")) places.add(Place.parse(place));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // another version's, or edited by hand
        }
        String sort = text.substring(end + 1);
        return Optional.of(new ColumnState(places, sort.isEmpty() ? "" : sort.substring(1), sort.startsWith("-")));
    }

    @Override
    public String toString() {
        return columns.stream().map(Place::toString).collect(Collectors.joining(",")) + ";"
                + (sortedBy.isEmpty() ? "" : (isDescending ? "-" : "+") + sortedBy);
    }
}
