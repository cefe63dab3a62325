package io.trunkline.engine.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in properties files of a folder, which one desk at a time may use. Thread-safe. */
final class FileStore implements Store {

    private static final String COMMENT = "kept by the app Desk; change it only while that is stopped";
    private static final String VERSION = "version"; // so that an empty file is not taken for one that says nothing
    private static final String CURRENT = "1";
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet(); // by desks of this process

    private final Path folder;
    private final Path real;
    private final FileChannel lock;

    private FileStore(Path folder, Path real, FileChannel lock) {
        this.folder = folder;
        this.real = real;
        this.lock = lock;
    }

    /**
     * Opens a folder, which is made if there is none.
     *
     * @throws IOException if it cannot, or another desk uses it; the message says what to do
     */
    static FileStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!IN_USE.add(real)) throw inUse(folder); // opening the file again would let the first one's lock go
        FileChannel channel = null;
        boolean isMine = false;
        try {
            channel = FileChannel.open(
                    real.resolve("desk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            isMine = channel.tryLock() != null;
            if (!isMine) throw inUse(folder);
            return new FileStore(folder, real, channel);
        } finally {
            if (!isMine) {
                IN_USE.remove(real);
                if (channel != null) channel.close();
            }
        }
    }

    private static IOException inUse(Path folder) {
        return new IOException(
                "another Desk uses the folder " + folder + "; stop it, or give this engine another home");
    }

    private Path file(String name) {
        return folder.resolve(name + ".properties");
    }

    @Override
    public Map<String, String> read(String name) throws IOException {
        Path file = file(name);
        if (Files.notExists(file)) return Map.of();
        Map<String, String> texts;
        try {
            texts = new HashMap<>(PropertiesText.read(file));
        } catch (IOException e) {
            throw unusable(name, PropertiesText.reason(e), e);
        }
        String version = texts.remove(VERSION);
        if (CURRENT.equals(version)) return texts;
        throw unusable(name, version == null ? "it lacks the line version=1, so it is damaged or no such file"
                : "its version is " + version + " and not " + CURRENT, null);
    }

    @Override
    public synchronized void write(String name, Map<String, String> texts) throws IOException {
        Map<String, String> all = new HashMap<>(texts);
        all.put(VERSION, CURRENT);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(PropertiesText.write(COMMENT, all));
        Path fresh = folder.resolve(name + ".tmp");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public IOException unusable(String name, String problem, Throwable cause) {
        return new IOException(file(name) + " cannot be used: " + problem
                + "; mend it, or delete it to begin without what it holds", cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // the lock ends with the process then
        }
        IN_USE.remove(real);
    }
}
