package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A home at either end of an identity's way to another machine: where it was issued, or where a client uses it. */
public final class Handover {

    /** The parameter that names the client to whom an identity was issued. */
    public static final SettingDescriptor NAME = ClientName.PARAMETER;

    private final KeyFolder folder;

    /** For the keys in a home. */
    public Handover(Path home) {
        folder = new KeyFolder(home, new PrivateFiles());
    }

    /** The file with the identity that was issued to the client named. */
    public Path issued(Settings settings) {
        return folder.issued(ClientName.of(settings));
    }

    /** Reads what was issued to the client named. */
    public byte[] read(Settings settings) throws IOException {
        Path file = issued(settings);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no " + file + "; make it with: trunkline keys issue "
                    + ClientName.of(settings), e);
        }
    }

    /** Removes what was issued to the client named, unless it is something else by this time. */
    public void remove(Settings settings, byte[] content) throws Exception {
        Path file = issued(settings);
        folder.locked(() -> Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)
                && Files.deleteIfExists(file));
    }

    /** The file that a client of this home logs in with. */
    public Path identity() {
        return folder.identity();
    }

    /** Refuses if there is an identity that is not to be replaced. */
    public void checkFree(boolean replace) throws IOException {
        if (replace || !Files.exists(identity())) return;
        throw new IOException(identity() + " exists; to put another in its place, add --replace");
    }

    /** Makes the identity of this home, for its owner alone. */
    public void save(byte[] content, boolean replace) throws Exception {
        folder.locked(() -> {
            checkFree(replace);
            folder.write(identity(), content);
            return content;
        });
    }
}
