package io.trunkline.rmi.keys;

import io.trunkline.rmi.access.ClientsFile;
import io.trunkline.rmi.access.RevokedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The folder {@code keys} of a home. */
final class KeyFolder {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final PrivateFiles files;

    KeyFolder(Path home, PrivateFiles files) {
        this.folder = home.resolve("keys");
        this.files = files;
    }

    Path authority() {
        return folder.resolve("authority.p12");
    }

    Path server() {
        return folder.resolve("server.p12");
    }

    /** What a client logs in with from this home. */
    Path identity() {
        return folder.resolve("identity.p12");
    }

    Path issued(String name) {
        return folder.resolve("issued").resolve(name + ".p12");
    }

    /**
     * Makes the folder if need be, and does something while nobody else changes what is in it. Waits some seconds for
     * those who do.
     */
    <T> T locked(Callable<T> body) throws Exception {
        files.makeFolder(folder);
        Path file = folder.resolve(".lock");
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE)) {
            lock(channel); // until the channel is closed
            return body.call();
        }
    }

    private void lock(FileChannel channel) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tryLock(channel)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IOException("another process is changing " + folder + " and does not end; try again");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    /** The authority, which must exist and be valid. */
    Authority readAuthority(char[] password, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(authority())) {
            throw new IOException("there is no " + authority() + "; make it with: trunkline keys init");
        }
        Authority authority = IdentityFile.readAuthority(authority(), password, Passwords.AUTHORITY);
        if (authority.until().isAfter(now)) return authority;
        throw new IOException(authority() + " expired on " + Dates.day(authority.until()) + "; move the folder "
                + folder + " away and make new keys with: trunkline keys init");
    }

    ClientsFile clients() throws IOException {
        return ClientsFile.readOrBegin(clientsPath());
    }

    Register register() throws IOException {
        return Register.parse(registerPath(), read(registerPath()));
    }

    RevokedFile revoked() throws IOException {
        return RevokedFile.read(revokedPath());
    }

    private Path clientsPath() {
        return folder.resolve("clients.properties");
    }

    private Path registerPath() {
        return folder.resolve("register");
    }

    private Path revokedPath() {
        return folder.resolve("revoked");
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8; save it as UTF-8", e);
        }
    }

    void write(ClientsFile clients) throws IOException {
        write(clientsPath(), clients.text());
    }

    void write(Register register) throws IOException {
        write(registerPath(), register.text());
    }

    void write(RevokedFile revoked) throws IOException {
        write(revokedPath(), revoked.text());
    }

    private void write(Path file, String text) throws IOException {
        files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file with keys; its folder is made if need be. */
    void write(Path file, byte[] content) throws IOException {
        files.makeFolder(file.getParent());
        files.write(file, content);
    }

    /** The folder's path. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
