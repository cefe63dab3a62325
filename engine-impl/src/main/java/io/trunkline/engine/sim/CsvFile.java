package io.trunkline.engine.sim;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of comma-separated values under a header line, read line by line. For one thread. */
final class CsvFile implements Closeable {

    private final DataFile file;
    private final Lines lines;
    private final Fields fields = new Fields();
    private final Map<String, Integer> columns;

    private CsvFile(DataFile file, Lines lines, Map<String, Integer> columns) {
        this.file = file;
        this.lines = lines;
        this.columns = columns;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws RecordingException if it is missing, unreadable or empty, or its first line is no header
     */
    static CsvFile open(DataFile file) throws RecordingException {
        Lines lines = null;
        try {
            lines = new Lines(file.open());
            if (!lines.next()) {
                throw new RecordingException(file.name() + " is empty; a header line and rows are needed");
            }
            return new CsvFile(file, lines, header(lines));
        } catch (IOException e) {
            closeQuietly(lines, e);
            throw unreadable(file, e);
        } catch (BadLineException e) {
            closeQuietly(lines, e);
            throw new RecordingException(file.name() + " has no header line: " + e.getMessage(), e);
        } catch (RecordingException e) {
            closeQuietly(lines, e);
            throw e;
        }
    }

    private static void closeQuietly(Lines lines, Exception cause) {
        try {
            if (lines != null) lines.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The sentence for a file that cannot be opened or read. */
    static RecordingException unreadable(DataFile file, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return new RecordingException(file.name() + " does not exist; check the file name in the settings", e);
        }
        if (e instanceof AccessDeniedException) {
            return new RecordingException(file.name() + " may not be read; check the rights on the file", e);
        }
        return new RecordingException(file.name() + " cannot be read: " + e.getMessage() + "; check the file", e);
    }

    private static Map<String, Integer> header(Lines lines) throws BadLineException {
        boolean marked = lines.end() - lines.start() >= 3 && (lines.bytes()[lines.start()] & 0xff) == 0xef;
        Fields names = new Fields();
        names.split(lines.bytes(), lines.start() + (marked ? 3 : 0), lines.end()); // 3: an UTF-8 byte order mark
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.count(); i++) {
            if (columns.put(names.text(i), i) != null) {
                throw new BadLineException("two columns are called " + names.text(i));
            }
        }
        return columns;
    }

    String name() {
        return file.name();
    }

    /** The places of the columns by their names. */
    Map<String, Integer> columns() {
        return columns;
    }

    /**
     * Checks that columns are there.
     *
     * @throws RecordingException if some are not; the message names them and the layout that is understood
     */
    void require(Collection<String> names, String layout) throws RecordingException {
        List<String> missing = names.stream().filter(name -> !columns.containsKey(name)).toList();
        if (missing.isEmpty()) return;
        throw new RecordingException(name() + " has an unknown column layout: " + layout + " are understood, and "
                + String.join(", ", missing.subList(0, Math.min(5, missing.size())))
                + (missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : "")
                + " are missing from its header");
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        return lines.next();
    }

    /** The number of the current line, the header's being 1. */
    long line() {
        return lines.number();
    }

    /** The fields of the current line: as many as the header has. */
    Fields fields() throws BadLineException {
        fields.split(lines.bytes(), lines.start(), lines.end());
        if (fields.count() != columns.size()) {
            throw new BadLineException("it has " + fields.count() + " fields, the header " + columns.size());
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
