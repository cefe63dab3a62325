package io.trunkline.engine.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;

/**
 * The business log on disk: one file a day, by the clock, in the system's time zone. For one thread, but for
 * {@link #failures}.
 */
final class LogFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Path folder;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Logger log;
    private LocalDate day; // of the open file
    private OutputStream out; // null if none is open
    private volatile long failures; // written by the one thread

    LogFile(Path folder, InstantSource clock, ZoneId zone, Logger log) {
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
        this.log = log;
    }

    /** Writes some whole lines. A failure is reported the first time and counted; the next lines try anew. */
    void write(String lines) {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            if (out == null || !today.equals(day)) open(today);
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            if (failures == 0) log.warn("the log cannot be written to {}", folder, e);
            failures++;
            close();
        }
    }

    private void open(LocalDate today) throws IOException {
        close();
        Files.createDirectories(folder);
        out = Files.newOutputStream(folder.resolve("trunkline_" + DAY.format(today) + ".log"),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        day = today;
    }

    /** How often writing failed. */
    long failures() {
        return failures;
    }

    void close() {
        if (out == null) return;
        try {
            out.close();
        } catch (IOException e) {
            failures++;
        }
        out = null;
    }
}
