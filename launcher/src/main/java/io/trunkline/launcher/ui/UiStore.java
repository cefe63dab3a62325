package io.trunkline.launcher.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one start to the next: a file of properties in the home. For the event dispatch thread.
 */
public final class UiStore {

    private static final Logger LOG = LoggerFactory.getLogger(UiStore.class);

    private final Path file;
    private final Properties values;

    private UiStore(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** What the file {@code ui.properties} in a folder remembers; nothing if it is not there or cannot be read. */
    public static UiStore load(Path home) {
        Path file = home.resolve("ui.properties");
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException e) {
            LOG.debug("no {} yet", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read; the window forgets what it remembered", file, e);
            values.clear();
        }
        return new UiStore(file, values);
    }

    /** Whether nothing was ever remembered. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What is remembered under a key, or another text. */
    public String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    /** Remembers a text; null forgets it. Reaches the file with {@link #save}. */
    public void put(String key, String value) {
        if (value == null) values.remove(key);
        else values.setProperty(key, value);
    }

    /** Writes all to the file, in one piece. A failure is logged. */
    public void save() {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            createPrivate(written);
            try (Writer writer = Files.newBufferedWriter(written)) {
                values.store(writer, null);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the window will not remember", file, e);
        }
    }

    /** Secrets may be among the values: nobody else may read the file, at no time. */
    private static void createPrivate(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
