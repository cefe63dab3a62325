package io.trunkline.engine.core;

import io.trunkline.engine.Conversion;
import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import java.util.ArrayList;
import java.util.List;

/** Splits one order request into parts by what it could close. The parts add up to the volume asked for. */
final class Splitting {

    private static final int LONGEST_KEY = 128;

    private final OrderRequest request;
    private final Side closed;
    private final boolean splitsByDay;
    private final List<OrderRequest> parts = new ArrayList<>();
    private double left;

    private Splitting(OrderRequest request, Side closed) {
        this.request = request;
        this.closed = closed;
        this.splitsByDay = request.instrument().exchange().splitsCloseByDay();
        this.left = request.volume();
    }

    /** Converts a request that would close lots of a side. */
    static Conversion of(OrderRequest request, ConversionMode mode, Side closed) {
        Splitting splitting = new Splitting(request, closed);
        return switch (mode) {
            case LOCK -> splitting.lock();
            case NET -> splitting.net();
            case DEFAULT -> splitting.byDay();
        };
    }

    private Conversion lock() {
        boolean lockOnly = closed.today != 0 && !splitsByDay;
        if (!lockOnly) take(splitsByDay ? Offset.CLOSEYESTERDAY : Offset.CLOSE, closed.yesterdayAvailable());
        return rest(Offset.OPEN);
    }

    private Conversion net() {
        if (splitsByDay) {
            take(Offset.CLOSETODAY, closed.todayAvailable());
            take(Offset.CLOSEYESTERDAY, closed.yesterdayAvailable());
        } else {
            take(Offset.CLOSE, closed.available());
        }
        return rest(Offset.OPEN);
    }

    private Conversion byDay() {
        if (!splitsByDay || request.offset() == Offset.OPEN) return Conversion.to(List.of(request));
        if (left > closed.available()) {
            return Conversion.refused("not-enough-position", "only " + closed.available() + " of "
                    + request.instrument() + " can be closed at " + request.gateway() + ", " + left
                    + " were asked for");
        }
        take(Offset.CLOSETODAY, closed.todayAvailable());
        return rest(Offset.CLOSEYESTERDAY);
    }

    private void take(Offset offset, double available) {
        double volume = Math.min(available, left);
        if (volume <= 0) return;
        add(offset, volume);
        left -= volume;
    }

    private Conversion rest(Offset offset) {
        if (left > 0) add(offset, left);
        return Conversion.to(parts);
    }

    /** Adds a part. Only the first may have the request's own key: the others would count as repetitions of it. */
    private void add(Offset offset, double volume) {
        OrderRequest part = request.withPart(offset, volume);
        if (!parts.isEmpty() && !request.clientKey().isEmpty()) {
            String key = request.clientKey() + "/" + (parts.size() + 1);
            part = part.withClientKey(key.length() > LONGEST_KEY ? "" : key);
        }
        parts.add(part);
    }
}
