package io.trunkline.launcher.demo;

import io.trunkline.launcher.text.BooksSign;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Makes the lines that show how the replay goes. For one thread. */
final class Progress {

    private final long start = System.nanoTime();
    private long last = start;
    private long lastTicks;

    /**
     * One line: the time, the rate since the last line, the last prices, and what each client sent and had filled and
     * how its books compare.
     */
    String line(Map<String, String> server, List<String> names, List<Map<String, String>> clients) {
        long now = System.nanoTime();
        long ticks = Long.parseLong(server.getOrDefault("ticks", "0"));
        long rate = Math.round((ticks - lastTicks) * 1e9 / Math.max(1, now - last));
        StringBuilder line = new StringBuilder(
                String.format("%3d s  %5d ticks/s", Math.round((now - start) / 1e9), rate));
        last = now;
        lastTicks = ticks;
        server.forEach((name, value) -> {
            if (name.startsWith("price:")) line.append("  ").append(name.substring(6)).append(' ').append(plain(value));
        });
        for (int i = 0; i < names.size(); i++) {
            line.append("  | ").append(names.get(i)).append(": ").append(clients.get(i).get("orders"))
                    .append(" orders, ").append(clients.get(i).get("fills")).append(" fills, ")
                    .append(new BooksSign(clients.get(i).getOrDefault("books", "")).text());
        }
        return line.toString();
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
