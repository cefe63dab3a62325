package io.trunkline.engine.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded data: the user's, or one that is shipped. Whether it is gzipped is told by its first bytes.
 *
 * @param name what messages call it
 * @param opener opens its raw bytes anew
 */
record DataFile(String name, Opener opener) {

    private static final int BUFFER = 1 << 16;

    /** Opens the raw bytes of a file. */
    interface Opener {
        InputStream open() throws IOException;
    }

    static DataFile of(Path path) {
        return new DataFile(path.toString(), () -> {
            if (Files.isDirectory(path)) throw new IOException("it is a folder");
            return Files.newInputStream(path);
        });
    }

    /** A resource that lies beside this class. */
    static DataFile shipped(String resource) {
        return new DataFile(resource, () -> {
            InputStream in = DataFile.class.getResourceAsStream(resource);
            if (in == null) throw new NoSuchFileException(resource);
            return in;
        });
    }

    /** Opens the content, unzipped. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(opener.open(), BUFFER);
        try {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
