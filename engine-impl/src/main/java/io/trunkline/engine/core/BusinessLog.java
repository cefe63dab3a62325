package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes log entries to slf4j and, if there is one, to a file. The event thread hands them over without ever waiting;
 * the daemon thread {@code log-writer} writes and ends on {@link #close}, after all that was handed over.
 */
final class BusinessLog {

    private static final Logger LOG = LoggerFactory.getLogger(BusinessLog.class);
    private static final int CAPACITY = 8_192;
    private static final int BATCH = 256;
    private static final int MAX_LOGGERS = 256;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final LogEntry END = new LogEntry("", LogLevel.DEBUG, "", Instant.EPOCH); // known by its identity
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Optional<LogFile> file;
    private final ILoggerFactory factory;
    private final DateTimeFormatter time;
    private final BlockingQueue<LogEntry> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, Logger> loggers = new HashMap<>(); // log-writer only; bounded, since names come from afar
    private final Thread thread;

    private BusinessLog(Optional<LogFile> file, ZoneId zone, ILoggerFactory factory) {
        this.file = file;
        this.factory = factory;
        this.time = TIME.withZone(zone);
        this.thread = new Thread(this::run, "log-writer");
        thread.setDaemon(true);
    }

    /** Starts a log whose lines show times in a zone. */
    static BusinessLog start(Optional<LogFile> file, ZoneId zone, ILoggerFactory factory) {
        BusinessLog log = new BusinessLog(file, zone, factory);
        log.thread.start();
        return log;
    }

    /** Takes an entry; drops and counts it if too many wait. */
    void add(LogEntry entry) {
        if (!queue.offer(entry)) dropped.incrementAndGet();
    }

    private void run() {
        List<LogEntry> batch = new ArrayList<>();
        boolean goOn = true;
        while (goOn) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH);
                write(batch);
                goOn = batch.stream().noneMatch(entry -> entry == END);
            } catch (InterruptedException e) {
                goOn = false;
            }
            batch.clear();
        }
        file.ifPresent(LogFile::close);
    }

    private void write(List<LogEntry> batch) {
        StringBuilder lines = new StringBuilder();
        for (LogEntry entry : batch) {
            if (entry != END) write(entry, lines);
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) LOG.warn("{} log entries were left out: they came faster than they can be written", lost);
        if (lines.length() > 0) file.ifPresent(target -> target.write(lines.toString()));
    }

    private void write(LogEntry entry, StringBuilder lines) {
        String message = PlainText.of(entry.message());
        try {
            String line = time.format(entry.time()) + " | " + entry.level() + " | "
                    + PlainText.of(entry.gateway()).replace('|', '/') + " | " + message + "\n";
            lines.append(line);
            log(logger(entry.gateway()), entry.level(), message);
        } catch (RuntimeException e) { // a time that no calendar has, or a logger that fails, must not end the log
            LOG.warn("a log entry could not be written: {}", message, e);
        }
    }

    private Logger logger(String gateway) {
        Logger known = loggers.get(gateway);
        if (known != null) return known;
        if (loggers.size() >= MAX_LOGGERS) return factory.getLogger("trunkline.other");
        Logger logger = factory.getLogger("trunkline." + PlainText.brief(gateway, 100));
        loggers.put(gateway, logger);
        return logger;
    }

    private static void log(Logger logger, LogLevel level, String message) {
        switch (level) {
            case DEBUG -> logger.debug("{}", message);
            case INFO -> logger.info("{}", message);
            case WARNING -> logger.warn("{}", message);
            case ERROR, CRITICAL -> logger.error("{}", message);
        }
    }

    /** Writes what was handed over and ends the thread, within a bounded time. */
    void close() {
        boolean told = queue.offer(END);
        for (int i = 0; !told && i < CAPACITY; i++) {
            queue.poll(); // the writer is stuck; make room for the end
            told = queue.offer(END);
        }
        if (Bounded.join(thread, LIMIT)) return;
        LOG.warn("the log could not be written to its end within {}", LIMIT);
        thread.interrupt();
    }
}
