package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Listens on a Unix-domain socket whose file only its owner can use, from the moment it is there. A file that a process
 * which ended left behind is replaced; closing removes the file.
 */
final class UnixServerSocket extends ServerSocket {

    private static final int BACKLOG = 512;
    private static final int NAME_SPACE = 36 * 36 * 36 * 36;

    private final ServerSocketChannel channel;
    private final Path path;
    private final Object fileKey; // tells our file from another that somebody put in its place
    private final AtomicBoolean closed = new AtomicBoolean();

    private UnixServerSocket(ServerSocketChannel channel, Path path, Object fileKey) throws IOException {
        this.channel = channel;
        this.path = path;
        this.fileKey = fileKey;
    }

    /**
     * Begins to listen.
     *
     * @throws BindException if something else is at the path; the message says what
     */
    static UnixServerSocket listen(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BindException("there is no folder " + folder + "; create it or choose another path");
        }
        Path hidden = folder.resolve(".t" + Integer.toString(ThreadLocalRandom.current().nextInt(NAME_SPACE), 36));
        Path first = hidden.resolve("s");
        UnixPaths.checkLength(path);
        UnixPaths.checkLength(first);
        checkFree(path);
        Files.createDirectory(hidden,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            return listen(first, path);
        } finally {
            Files.deleteIfExists(first);
            Files.delete(hidden);
        }
    }

    /** Listens in a folder that nobody else may enter, makes the file private, and only then shows it. */
    private static UnixServerSocket listen(Path first, Path path) throws IOException {
        ServerSocketChannel channel = open();
        try {
            channel.bind(UnixDomainSocketAddress.of(first), BACKLOG);
            Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-------"));
            Object key = key(first);
            Files.move(first, path, StandardCopyOption.ATOMIC_MOVE);
            return new UnixServerSocket(channel, path, key);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ServerSocketChannel open() throws IOException {
        try {
            return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (UnsupportedOperationException e) {
            throw UnixPaths.unsupported(e);
        }
    }

    private static void checkFree(Path path) throws IOException {
        if (!UnixPaths.isThere(path)) return;
        if (!UnixPaths.isSocket(path)) {
            throw new BindException("the file is there already and is no socket; remove it or choose another path");
        }
        try (SocketChannel other = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.configureBlocking(false);
            other.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException e) {
            return; // nobody answers: it was left behind
        } catch (SocketException e) {
            throw inUse(e);
        }
        throw inUse(null);
    }

    private static BindException inUse(IOException cause) {
        BindException exception = new BindException(
                "something listens there already; stop it or choose another path");
        exception.initCause(cause);
        return exception;
    }

    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    @Override
    public Socket accept() throws IOException {
        return ChannelSocket.ofAnybody(channel.accept());
    }

    /** A number that means nothing; there is none below which remote calls could be exported. */
    @Override
    public int getLocalPort() {
        return 1;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    /** Only the first call does anything: later the path may be another's, even with our file's key. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) return;
        channel.close();
        if (UnixPaths.isThere(path) && Objects.equals(key(path), fileKey)) Files.delete(path);
    }

    @Override
    public String toString() {
        return Address.UNIX_PREFIX + path;
    }
}
