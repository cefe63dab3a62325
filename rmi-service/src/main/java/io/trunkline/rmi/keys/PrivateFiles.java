package io.trunkline.rmi.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes files that only their owner can read, where the file system has such rights. A file is replaced in one step: a
 * process that ends at any moment leaves the old one or the new one. For those who hold the folder's lock.
 */
final class PrivateFiles {

    private static final String NEW = ".new"; // one is enough under a lock, and what a killed process left is reused
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Runnable beforeEachStep;

    PrivateFiles() {
        this(() -> {});
    }

    /** For tests, which end a write before any of its steps. */
    PrivateFiles(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    /** Makes a folder and those above it. Refuses one in which others can write, for they could swap the keys. */
    void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            beforeEachStep.run();
            try {
                Files.createDirectory(folder, attributes(parent, "rwx------"));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) throw e; // else another process was quicker
            }
        }
        if (!hasRights(folder)) return;
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        if (rights.stream().noneMatch(OTHERS_WRITE::contains)) return;
        throw new IOException("others can write in the folder " + folder + "; first: chmod 700 " + folder);
    }

    /** Writes a file, in place of the one that is there. */
    void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(NEW);
        beforeEachStep.run();
        Files.deleteIfExists(fresh);
        beforeEachStep.run();
        try (FileChannel channel = open(fresh, StandardOpenOption.CREATE_NEW)) {
            int half = content.length / 2;
            beforeEachStep.run();
            writeAll(channel, ByteBuffer.wrap(content, 0, half));
            beforeEachStep.run();
            writeAll(channel, ByteBuffer.wrap(content, half, content.length - half));
            channel.force(true);
        }
        beforeEachStep.run();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        beforeEachStep.run();
        force(file.toAbsolutePath().getParent());
    }

    /** Opens a file to write in it; if it is made, only its owner can read it from the first moment on. */
    static FileChannel open(Path file, StandardOpenOption how) throws IOException {
        return FileChannel.open(file, EnumSet.of(how, StandardOpenOption.WRITE),
                attributes(file.toAbsolutePath().getParent(), "rw-------"));
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a system that opens no folders has no such thing as a name that is not on the disk yet
        }
    }

    private static FileAttribute<?>[] attributes(Path folder, String rights) throws IOException {
        if (!hasRights(folder)) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    private static boolean hasRights(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
