package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of Unix-domain sockets. */
final class UnixPaths {

    private static final int LONGEST = 107; // in bytes, on Linux
    private static final int TYPE = 0xF000; // of a file's mode
    private static final int SOCKET = 0xC000;

    private UnixPaths() {}

    /**
     * Checks the length of a path.
     *
     * @throws SocketException if the system would not take it
     */
    static void checkLength(Path path) throws SocketException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new SocketException("the path is too long for a socket, " + length + " bytes where " + LONGEST
                    + " are allowed: " + path + "; choose a shorter one");
        }
    }

    /** Whether there is anything at a path, be it a link that leads nowhere. */
    static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a path is a socket's, links not followed. */
    static boolean isSocket(Path path) throws IOException {
        try {
            return ((int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & TYPE) == SOCKET;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    static IOException unsupported(UnsupportedOperationException cause) {
        return new IOException("this system has no Unix-domain sockets; use an address of the form HOST:PORT", cause);
    }
}
